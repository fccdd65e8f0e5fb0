package org.porchlight.roster.web;

import java.util.List;
import org.porchlight.roster.imports.Imports;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files of a form or request; empty parts, which browsers send for an empty field, are left out.
 */
final class UploadedFiles {

  private static final int LONGEST_NAME = 200;

  private UploadedFiles() {}

  static List<Imports.Upload> of(List<MultipartFile> files) {
    return files.stream()
        .filter(file -> !file.isEmpty())
        .map(file -> new Imports.Upload(name(file), file))
        .toList();
  }

  private static String name(MultipartFile file) {
    String given = file.getOriginalFilename();
    String name =
        given == null || given.isBlank()
            ? "file"
            : StringUtils.getFilename(given.replace('\\', '/'));
    String shown = name == null ? "file" : name.replaceAll("\\p{Cntrl}", "");
    return shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) : shown;
  }
}
