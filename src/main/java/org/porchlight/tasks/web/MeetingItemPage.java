package org.porchlight.tasks.web;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.access.Role;
import org.porchlight.identification.DecisionRefused;
import org.porchlight.identification.Proposals;
import org.porchlight.identification.ProposedFamily;
import org.porchlight.identification.RefusalReason;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.FamilyId;
import org.porchlight.tasks.internal.Subjects;
import org.porchlight.tasks.internal.Work;
import org.porchlight.tasks.meeting.Decisions;
import org.porchlight.tasks.meeting.ItemKind;
import org.porchlight.tasks.meeting.ItemLine;
import org.porchlight.tasks.meeting.Meeting;
import org.porchlight.tasks.meeting.MeetingRoom;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One thing that a team talks about: what it is now, what to decide, and the next one. */
@Controller
@RequestMapping("/meetings/{id}/{kind}/{subject}")
class MeetingItemPage {

  private static final int DUE_IN_WEEKS = 1;
  private static final int POSTPONED_WEEKS = 2;

  private final MeetingRoom room;
  private final Decisions decisions;
  private final DecisionRows rows;
  private final Families families;
  private final Proposals proposals;
  private final Work work;
  private final CurrentActor current;

  MeetingItemPage(
      MeetingRoom room,
      Decisions decisions,
      DecisionRows rows,
      Families families,
      Proposals proposals,
      Work work,
      CurrentActor current) {
    this.room = room;
    this.decisions = decisions;
    this.rows = rows;
    this.families = families;
    this.proposals = proposals;
    this.work = work;
    this.current = current;
  }

  @GetMapping
  String show(
      @PathVariable UUID id, @PathVariable String kind, @PathVariable UUID subject, Model model) {
    MeetingRoom.Held held = room.get(id);
    List<ItemLine> items = room.items(held);
    int at = place(items, kind, subject);
    ItemLine item = items.get(at);
    LocalDate today = decisions.today(held.team());
    Actor actor = current.get();
    model.addAttribute("id", id);
    model.addAttribute("item", item);
    model.addAttribute("number", at + 1);
    model.addAttribute("count", items.size());
    model.addAttribute("previous", at == 0 ? null : items.get(at - 1));
    model.addAttribute("next", at + 1 == items.size() ? null : items.get(at + 1));
    model.addAttribute("family", family(item));
    model.addAttribute("tasks", work.ofSubject(subject));
    model.addAttribute("figures", figures(item, actor));
    model.addAttribute("owners", decisions.owners(held.team()));
    model.addAttribute("request", UUID.randomUUID());
    model.addAttribute("today", today);
    model.addAttribute("due", today.plusWeeks(DUE_IN_WEEKS));
    model.addAttribute("until", today.plusWeeks(POSTPONED_WEEKS));
    model.addAttribute("refusalReasons", RefusalReason.values());
    model.addAttribute("mayOffer", actor.has(Role.COORDINATOR) && !actor.enforces());
    model.addAttribute("over", !held.meeting().ahead());
    model.addAttribute(
        "taken", rows.of(held).stream().filter(row -> subject.equals(row.subject())).toList());
    return "meetings/item";
  }

  @PostMapping("/decide")
  String decide(
      @PathVariable UUID id,
      @PathVariable String kind,
      @PathVariable UUID subject,
      @RequestParam UUID request,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
      RedirectAttributes flash) {
    MeetingRoom.Held held = open(id);
    List<ItemLine> items = room.items(held);
    try {
      decisions.decide(
          held,
          items.get(place(items, kind, subject)).item(),
          new Decisions.Wanted(request, words, owner, due));
      flash.addFlashAttribute("notice", "meetings.decided");
    } catch (IllegalArgumentException wrong) {
      flash.addFlashAttribute("problem", wrong.getMessage());
      flash.addFlashAttribute("typed", words);
    }
    return back(id, kind, subject);
  }

  /** How a decision of an earlier meeting went. */
  @PostMapping("/settle")
  String settle(
      @PathVariable UUID id,
      @PathVariable String kind,
      @PathVariable UUID subject,
      @RequestParam boolean done,
      @RequestParam(required = false) @Nullable String words,
      RedirectAttributes flash) {
    room.get(id);
    decisions.settle(subject, done, words);
    flash.addFlashAttribute("notice", "meetings.settled");
    return back(id, kind, subject);
  }

  /** A decision about a proposed family is the coordinator's, as on the list of families. */
  @PostMapping("/propose")
  String propose(
      @PathVariable UUID id,
      @PathVariable String kind,
      @PathVariable UUID subject,
      @RequestParam String what,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @RequestParam(required = false) @Nullable RefusalReason reason,
      @RequestParam(required = false) @Nullable String note,
      RedirectAttributes flash) {
    open(id);
    Actor by = current.get();
    try {
      if (what.equals("accept")) {
        proposals.accept(subject, by);
      } else if (what.equals("postpone") && until != null) {
        proposals.postpone(subject, by, until);
      } else if (reason != null) {
        proposals.refuse(subject, by, reason, note);
      }
      flash.addFlashAttribute("notice", "meetings.proposal." + what);
    } catch (DecisionRefused refused) {
      flash.addFlashAttribute("refused", refused.code().name());
    }
    return back(id, kind, subject);
  }

  private MeetingRoom.Held open(UUID id) {
    MeetingRoom.Held held = room.get(id);
    if (held.meeting().state() != Meeting.State.OPEN) {
      throw new NoSuchElementException("This meeting is not open");
    }
    return held;
  }

  private static String back(UUID id, String kind, UUID subject) {
    return "redirect:/meetings/" + id + "/" + kind + "/" + subject;
  }

  private static int place(List<ItemLine> items, String kind, UUID subject) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).item().subject().equals(subject) && items.get(i).code().equals(kind)) {
        return i;
      }
    }
    throw new NoSuchElementException("This meeting has no such item");
  }

  /** The page shows one family, so it opens the file: scope and audit, once. */
  private @Nullable FamilyHeader family(ItemLine item) {
    UUID family = item.family();
    if (family == null) {
      return null;
    }
    Family opened = families.open(new FamilyId(family), Channel.PAGE).family();
    return new FamilyHeader(
        family.toString(), Subjects.students(opened), FamilyHeader.languages(opened));
  }

  private @Nullable ProposedFamily figures(ItemLine item, Actor actor) {
    if (item.item().kind() != ItemKind.PROPOSAL || item.hidden()) {
      return null;
    }
    Optional<ProposedFamily> found =
        proposals.ranked(actor).stream()
            .filter(each -> each.id().equals(item.item().subject()))
            .findFirst();
    return found.orElse(null);
  }
}
