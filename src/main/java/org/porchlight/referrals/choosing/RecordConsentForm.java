package org.porchlight.referrals.choosing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.access.Users;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.referrals.loop.HelpForm;
import org.porchlight.referrals.loop.HelpForms;
import org.porchlight.referrals.loop.HelpWords;
import org.porchlight.referrals.loop.ReferralLoop;
import org.porchlight.referrals.loop.TakenOn;
import org.porchlight.referrals.loop.Tries;
import org.porchlight.referrals.record.ConsentSheet;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.referrals.record.SharedFact;
import org.porchlight.roster.SchoolCalendars;
import org.springframework.stereotype.Component;

/** Somebody of the family agrees, names what may be shared, and signs. */
@Component
class RecordConsentForm implements TaskHandler {

  private static final Set<SharedFact> WRITTEN = Set.of(SharedFact.BEST_TIME, SharedFact.WORDS);

  private final HelpForms forms;
  private final Tries tries;
  private final Referrals referrals;
  private final Users users;
  private final SchoolCalendars calendars;
  private final HelpWords words;
  private final Clock clock;

  RecordConsentForm(
      HelpForms forms,
      Tries tries,
      Referrals referrals,
      Users users,
      SchoolCalendars calendars,
      HelpWords words,
      Clock clock) {
    this.forms = forms;
    this.tries = tries;
    this.referrals = referrals;
    this.users = users;
    this.calendars = calendars;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public String formId() {
    return ReferralLoop.RECORD_CONSENT_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    TakenOn taken = forms.of(task);
    Map<String, Object> values = new LinkedHashMap<>();
    sheet(taken)
        .ifPresent(
            sheet -> {
              values.put("sharing", sharing(sheet));
              values.put(
                  "signers",
                  sheet.signers().stream()
                      .map(
                          each ->
                              Options.option(
                                  each.id().toString(),
                                  each.student()
                                      ? words.text("help.signer.student", each.name())
                                      : each.name()))
                      .toList());
              values.put("known", known(sheet));
            });
    values.put(
        "witnesses",
        users.ofDistrict(taken.about().district()).stream()
            .map(each -> Options.option(each.id().toString(), each.displayName()))
            .toList());
    values.put("signedOn", today(taken, clock.instant()).toString());
    return values;
  }

  private LocalDate today(TakenOn taken, Instant at) {
    return LocalDate.ofInstant(at, calendars.zone(taken.about().district()));
  }

  private Optional<ConsentSheet> sheet(TakenOn taken) {
    return tries.open(taken.help().referral()).map(each -> referrals.sheet(each.id()));
  }

  private String sharing(ConsentSheet sheet) {
    String organization = sheet.organization();
    String with =
        organization == null ? sheet.recipient() : sheet.recipient() + " (" + organization + ")";
    return words.text("help.consent.with", with)
        + "\n"
        + sheet.signers().stream()
            .map(
                signer ->
                    words.text(
                        "help.consent.would",
                        signer.name(),
                        signer.facts().entrySet().stream()
                            .map(fact -> fact(fact.getKey()) + ": " + fact.getValue())
                            .collect(Collectors.joining("; "))))
            .collect(Collectors.joining("\n"));
  }

  private List<Map<String, String>> known(ConsentSheet sheet) {
    return java.util.Arrays.stream(SharedFact.values())
        .filter(fact -> !WRITTEN.contains(fact))
        .filter(fact -> sheet.signers().stream().anyMatch(each -> each.facts().containsKey(fact)))
        .map(fact -> Options.option(fact.name(), fact(fact)))
        .toList();
  }

  private String fact(SharedFact fact) {
    return words.text("help.fact." + fact);
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    TakenOn taken = forms.open(submission, "answer");
    HelpForm form = new HelpForm(submission.data());
    if (!form.code("answer").equals("GIVEN")) {
      return Map.of();
    }
    ConsentSheet sheet =
        sheet(taken).orElseThrow(() -> forms.refuse("answer", "help.refused.gone"));
    check(submission, form, taken, sheet);
    return Map.of();
  }

  private void check(Submission submission, HelpForm form, TakenOn taken, ConsentSheet sheet) {
    ConsentSheet.Signer signer =
        sheet.signers().stream()
            .filter(each -> each.id().toString().equals(form.text("signedBy")))
            .findFirst()
            .orElseThrow(() -> forms.refuse("signedBy", "help.refused.signer"));
    Set<SharedFact> facts = RecordConsent.facts(form);
    if (!facts.contains(SharedFact.FIRST_NAME) || !facts.contains(SharedFact.PHONE)) {
      throw forms.refuse("facts", "help.refused.facts");
    }
    if (facts.stream().anyMatch(f -> !WRITTEN.contains(f) && !signer.facts().containsKey(f))) {
      throw forms.refuse("facts", "help.refused.unknownFact");
    }
    if (submission.by().toString().equals(form.text("witness"))) {
      throw forms.refuse("witness", "help.refused.witness");
    }
    if (form.day("signedOn").isAfter(today(taken, submission.at()))) {
      throw forms.refuse("signedOn", "help.refused.future");
    }
  }
}
