package org.porchlight.access;

/**
 * What else a person does in the district. Whoever has one of these is never a visitor and opens no
 * case (I11).
 */
public enum Duty {
  TRUANCY,
  COURT,
  POLICE
}
