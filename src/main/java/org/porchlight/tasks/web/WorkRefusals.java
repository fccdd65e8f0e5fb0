package org.porchlight.tasks.web;

import org.porchlight.tasks.internal.TaskGone;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A page that asks for a task which is no longer there says so in plain words. */
@ControllerAdvice(assignableTypes = {WorkPage.class, TaskPage.class})
class WorkRefusals {

  @ExceptionHandler(TaskGone.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String gone() {
    return "work/gone";
  }
}
