package org.porchlight.tasks.web;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.engine.ProcessPaths;
import org.porchlight.tasks.internal.CasesInScope;
import org.porchlight.tasks.internal.Subjects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * All families of the reader's schools whose cases go on, with where each stands: also those that
 * wait for a day or for the family, and so are in nobody's queue. A line opens no file.
 */
@Controller
class OpenCasesPage {

  private static final int PER_PAGE = 25;

  private final CasesInScope cases;
  private final Subjects subjects;
  private final ProcessPaths paths;

  OpenCasesPage(CasesInScope cases, Subjects subjects, ProcessPaths paths) {
    this.cases = cases;
    this.subjects = subjects;
    this.paths = paths;
  }

  /**
   * @param page from 1; one that does not exist shows the nearest
   */
  @GetMapping("/families/cases")
  String list(@RequestParam(defaultValue = "1") int page, Model model) {
    List<CaseView> open =
        cases.list().stream()
            .filter(view -> view.state() != CaseView.State.CLOSED)
            .sorted(
                Comparator.comparing(CaseView::openedAt).thenComparing(view -> view.id().value()))
            .toList();
    int pages = Math.max(1, Math.ceilDiv(open.size(), PER_PAGE));
    int shown = Math.clamp(page, 1, pages);
    int from = (shown - 1) * PER_PAGE;
    model.addAttribute("count", open.size());
    model.addAttribute("page", shown);
    model.addAttribute("pages", pages);
    model.addAttribute(
        "cases",
        open.subList(from, Math.min(open.size(), from + PER_PAGE)).stream()
            .map(this::line)
            .toList());
    return "families/cases";
  }

  private Line line(CaseView view) {
    Subjects.Subject about = subjects.describe(view);
    ZoneId zone = about.zone();
    return new Line(
        view.family().value(),
        about.students(),
        about.school(),
        Objects.requireNonNull(Times.day(view.openedAt(), zone)),
        CaseWay.of(paths.of(view.id().value()), false, zone).places());
  }

  /**
   * @param students of the family, by name
   * @param places empty while the process begins or ends
   */
  public record Line(
      UUID family,
      @Nullable String students,
      String school,
      String since,
      List<CaseWay.Place> places) {}
}
