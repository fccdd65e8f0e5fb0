package org.porchlight.tasks.meeting;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.springframework.stereotype.Component;

/** The last step of a meeting: held, or skipped with a reason. */
@Component
class HoldMeetingForm implements TaskHandler {

  @Override
  public String formId() {
    return TeamMeeting.FORM;
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    boolean held = "HELD".equals(submission.data().get("outcome"));
    return Map.of("meetingOutcome", held ? "held" : "skipped");
  }

  static @Nullable String reason(Map<String, Object> data) {
    return text(data, "reason");
  }

  static @Nullable String words(Map<String, Object> data) {
    return text(data, "words");
  }

  private static @Nullable String text(Map<String, Object> data, String key) {
    return data.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
  }
}
