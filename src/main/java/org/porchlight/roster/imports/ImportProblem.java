package org.porchlight.roster.imports;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Why an import cannot go on, as the answer says it. */
public final class ImportProblem extends ResponseStatusException {

  private static final long serialVersionUID = 1L;

  private ImportProblem(HttpStatus status, String detail) {
    super(status, detail);
  }

  public static ImportProblem unknownFormat(String known) {
    return new ImportProblem(
        HttpStatus.BAD_REQUEST, "The format is not known: use one of " + known);
  }

  public static ImportProblem noFile() {
    return new ImportProblem(
        HttpStatus.BAD_REQUEST,
        "There is no file, or it is empty: add at least one part named file");
  }

  public static ImportProblem notFound() {
    return new ImportProblem(HttpStatus.NOT_FOUND, "There is no such import in your district");
  }

  public static ImportProblem unknownDistrict() {
    return new ImportProblem(
        HttpStatus.NOT_FOUND, "There is no such district in your scope: give the id of yours");
  }

  public static ImportProblem notAllowed() {
    return new ImportProblem(
        HttpStatus.FORBIDDEN, "Imports are for coordinators and administrators");
  }

  static ImportProblem notChecked(ImportView.State state) {
    return new ImportProblem(
        HttpStatus.CONFLICT,
        "This import is " + state + ": only one that was checked can be applied, once");
  }

  static ImportProblem rosterChanged() {
    return new ImportProblem(
        HttpStatus.CONFLICT,
        "The roster has changed since this import was checked: upload the files again and look at the new preview");
  }

  static ImportProblem tooMuch() {
    return new ImportProblem(
        HttpStatus.CONFLICT,
        "More would change or be removed than the settings allow: read the warnings, then apply with override=true");
  }

  static ImportProblem database(String sqlState) {
    return new ImportProblem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "The database refused a row of this import (SQL state "
            + sqlState
            + "); nothing was changed");
  }
}
