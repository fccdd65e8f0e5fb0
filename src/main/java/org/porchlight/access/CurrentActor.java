package org.porchlight.access;

/** Who is signed in on this request. */
public interface CurrentActor {

  /** Throws {@code AuthenticationCredentialsNotFoundException} where nobody is signed in. */
  Actor get();
}
