package org.porchlight.visits.internal;

import java.util.Map;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of the log differ in what they ask; they are filled and checked alike. */
@Configuration
class VisitLogForms {

  @Bean
  TaskHandler firstVisitLog(LogVisit log) {
    return new Form(VisitForm.FIRST, log);
  }

  @Bean
  TaskHandler secondVisitLog(LogVisit log) {
    return new Form(VisitForm.SECOND, log);
  }

  @Bean
  TaskHandler laterVisitLog(LogVisit log) {
    return new Form(VisitForm.LATER, log);
  }

  private record Form(VisitForm form, LogVisit log) implements TaskHandler {

    @Override
    public String formId() {
      return form.id();
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
      return log.prefill(task);
    }

    @Override
    public Map<String, Object> submitted(Submission submission) {
      return log.submitted(submission);
    }
  }
}
