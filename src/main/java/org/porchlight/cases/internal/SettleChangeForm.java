package org.porchlight.cases.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.roster.Schools;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Component;

/** A coordinator looks into what changed on the way: the oldest change that nobody has answered. */
@Component
class SettleChangeForm implements TaskHandler {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

  private final CaseForms forms;
  private final ChangeNotices notices;
  private final Schools schools;

  SettleChangeForm(CaseForms forms, ChangeNotices notices, Schools schools) {
    this.forms = forms;
    this.notices = notices;
    this.schools = schools;
  }

  @Override
  public String formId() {
    return FamilyCase.SETTLE_CHANGE_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    Map<String, Object> values = new HashMap<>();
    notices
        .next(CaseForms.caseOf(task))
        .ifPresent(
            notice -> {
              values.put("change", words(notice));
              values.put("decisions", decisions(notice.kind()));
              values.put("consents", notice.kind().passesOnNotes() ? consents() : List.of());
            });
    return values;
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    ChangeNotice notice =
        notices
            .next(CaseForms.caseOf(submission.task()))
            .orElseThrow(
                () ->
                    new InvalidSubmission(
                        Map.of("decision", forms.text("timeline.change.nothingLeft"))));
    FormData data = new FormData(submission.data());
    if (notice.kind().passesOnNotes()
        && "GO_ON".equals(data.code("decision"))
        && data.text("consent") == null) {
      throw new InvalidSubmission(Map.of("consent", forms.text("timeline.change.askConsent")));
    }
    notices.answered(notice, submission.id());
    forms.keep(submission);
    return Map.of();
  }

  private String words(ChangeNotice notice) {
    LocalDate begins = notice.begins();
    return forms.text(
        "timeline.change." + notice.kind(),
        school(notice.from()),
        school(notice.to()),
        begins == null ? "" : DAY.format(begins));
  }

  private String school(@Nullable SchoolId id) {
    return id == null ? "?" : schools.find(id).map(Schools.School::name).orElse("?");
  }

  private List<Map<String, String>> decisions(ChangeKind kind) {
    return kind.decisions().stream()
        .map(one -> option("timeline.change." + kind + "." + one, one))
        .toList();
  }

  private List<Map<String, String>> consents() {
    return List.of("YES", "NO", "NOT_ASKED").stream()
        .map(one -> option("timeline.change.consent." + one, one))
        .toList();
  }

  private Map<String, String> option(String key, String value) {
    return Map.of("label", forms.text(key), "value", value);
  }
}
