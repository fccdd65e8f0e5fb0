package org.porchlight.embedded.parts;

/**
 * Porchlight cannot start here and now; says in one line what is wrong and in another what to do
 * about it.
 */
public class StartRefused extends RuntimeException {

  private final String remedy;

  public StartRefused(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  public StartRefused(String problem, String remedy, Throwable cause) {
    super(problem, cause);
    this.remedy = remedy;
  }

  /** What a person does next, as a sentence. */
  public String remedy() {
    return remedy;
  }
}
