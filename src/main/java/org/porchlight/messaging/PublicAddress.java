package org.porchlight.messaging;

/** Where people outside reach this application: for links in what is sent to them. */
public interface PublicAddress {

  /** Scheme, host and port, without a slash at the end. Known only once the server listens. */
  String publicBase();
}
