package org.porchlight.roster;

import org.porchlight.roster.RowSink.Rule;

/**
 * A value that spoils its row. The message has no value in it; the value goes to the encrypted
 * column only.
 */
public final class BadValue extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final Rule rule;
  private final transient String value;

  private BadValue(String field, Rule rule, String value) {
    super(field + " " + rule, null, false, false);
    this.field = field;
    this.rule = rule;
    this.value = value;
  }

  public static BadValue of(String field, Rule rule, String value) {
    return new BadValue(field, rule, value);
  }

  public String field() {
    return field;
  }

  public Rule rule() {
    return rule;
  }

  public String value() {
    return value;
  }
}
