package org.porchlight.tasks.web;

import java.util.Map;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.TaskAlreadyDone;
import org.porchlight.tasks.internal.TaskGone;
import org.porchlight.tasks.internal.TaskTaken;
import org.porchlight.tasks.internal.Work;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the script of a task's page sends: the form, and drafts of it. */
@RestController
class TaskActions {

  private final Work work;

  TaskActions(Work work) {
    this.work = work;
  }

  /** Answers where to go next. */
  @PostMapping(path = "/work/{key}", consumes = "application/json")
  Map<String, String> complete(@PathVariable long key, @RequestBody Map<String, Object> data) {
    work.complete(key, data);
    return Map.of("next", "/work?saved");
  }

  @PostMapping(path = "/work/{key}/draft", consumes = "application/json")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void draft(@PathVariable long key, @RequestBody Map<String, Object> data) {
    work.saveDraft(key, data);
  }

  /** Nothing was saved; says what to mend, by field key. */
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> invalid(InvalidSubmission invalid) {
    return ResponseEntity.unprocessableContent().body(Map.of("errors", invalid.errors()));
  }

  /** The page itself then shows who was first, and what they saved. */
  @ExceptionHandler({TaskAlreadyDone.class, TaskTaken.class, TaskGone.class})
  ResponseEntity<Map<String, String>> tooLate(
      RuntimeException late, jakarta.servlet.http.HttpServletRequest request) {
    String page = request.getRequestURI().replaceFirst("/draft$", "");
    return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("next", page));
  }
}
