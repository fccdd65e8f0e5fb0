package org.porchlight.cases.internal;

import org.jspecify.annotations.Nullable;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Barriers.Source;
import org.porchlight.cases.Barriers.Telling;
import org.porchlight.engine.Submission;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Takes what a family said on the phone makes school hard to its case; once for each call. */
@Component
class BarriersOfCalls {

  /** Only visitors and coordinators read these words: they are kept nowhere else. */
  static final String WORDS = "otherBarrier";

  private final Barriers barriers;

  BarriersOfCalls(Barriers barriers) {
    this.barriers = barriers;
  }

  void tell(CaseId id, Submission said) {
    FormData data = new FormData(said.data());
    data.codes("barriers").stream()
        .flatMap(code -> BarrierCode.of(code).stream())
        .filter(code -> code.kind() != BarrierCode.Kind.NONE)
        .distinct()
        .forEach(code -> tell(id, said, code, words(data, code)));
  }

  private void tell(CaseId id, Submission said, BarrierCode code, @Nullable String words) {
    barriers.tell(
        new Telling(
            id,
            code,
            Source.CALL,
            "call:" + said.id() + ":" + code,
            null,
            said.by(),
            said.at(),
            words));
  }

  private static @Nullable String words(FormData data, BarrierCode code) {
    return code == BarrierCode.X_OTHER ? data.text(WORDS) : null;
  }
}
