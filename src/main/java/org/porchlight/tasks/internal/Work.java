package org.porchlight.tasks.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Users;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.engine.TaskAlreadyDone;
import org.porchlight.engine.TaskForms;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the signed-in person may do with the tasks of their groups. */
@Service
public class Work {

  private final CurrentActor currentActor;
  private final Groups groups;
  private final Queue queue;
  private final Claims claims;
  private final Drafts drafts;
  private final Submissions submissions;
  private final TaskForms forms;
  private final Users users;

  Work(
      CurrentActor currentActor,
      Groups groups,
      Queue queue,
      Claims claims,
      Drafts drafts,
      Submissions submissions,
      TaskForms forms,
      Users users) {
    this.currentActor = currentActor;
    this.groups = groups;
    this.queue = queue;
    this.claims = claims;
    this.drafts = drafts;
    this.submissions = submissions;
    this.forms = forms;
    this.users = users;
  }

  @Transactional(readOnly = true)
  public List<QueuedTask> list(Tab tab, int limit, int skip) {
    Actor actor = currentActor.get();
    return queue.list(groups.of(actor), actor.id(), tab, limit, skip);
  }

  @Transactional(readOnly = true)
  public Map<Tab, Integer> counts() {
    Actor actor = currentActor.get();
    return queue.counts(groups.of(actor), actor.id());
  }

  /** Empty where the task is done or cancelled, or belongs to none of the person's groups. */
  @Transactional(readOnly = true)
  public Optional<QueuedTask> find(long key) {
    return queue.find(key, groups.of(currentActor.get()));
  }

  @Transactional(readOnly = true)
  public List<QueuedTask> ofSubject(UUID subject) {
    return queue.ofSubject(subject, groups.of(currentActor.get()));
  }

  /** What was saved for a task that is done and was one of the person's groups. */
  public Optional<Submission> saved(long key) {
    Set<String> own = groups.of(currentActor.get());
    return forms
        .saved(key)
        .filter(submission -> submission.task().groups().stream().anyMatch(own::contains));
  }

  /** Throws {@link TaskTaken} where somebody was first, {@link TaskGone} where it is not open. */
  @Transactional
  public void claim(long key) {
    require(key);
    UserId me = currentActor.get().id();
    UserId assignee = claims.claim(key, me);
    if (!assignee.equals(me)) {
      throw taken(assignee);
    }
  }

  /** Gives the task back to the group; somebody else's claim stays. Throws {@link TaskGone}. */
  @Transactional
  public void release(long key) {
    require(key);
    claims.release(key, currentActor.get().id());
  }

  @Transactional
  public void saveDraft(long key, Map<String, Object> data) {
    require(key);
    drafts.save(key, currentActor.get().id(), data);
  }

  public Optional<Map<String, Object>> draft(long key) {
    return drafts.find(key, currentActor.get().id());
  }

  /**
   * Stores what was entered and queues the completion. Throws {@link TaskTaken}, {@link TaskGone}
   * and as {@link Submissions#submit}; then nothing changes.
   */
  @Transactional
  public Submission complete(long key, Map<String, Object> data) {
    Actor actor = currentActor.get();
    Optional<UserId> assignee = claims.of(key);
    if (assignee.isPresent() && !assignee.get().equals(actor.id())) {
      throw taken(assignee.get());
    }
    if (find(key).isEmpty()) {
      throw saved(key).<RuntimeException>map(TaskAlreadyDone::new).orElseGet(TaskGone::new);
    }
    Submission submission = submissions.submit(key, actor.id(), data);
    drafts.drop(key);
    return submission;
  }

  private void require(long key) {
    if (find(key).isEmpty()) {
      throw new TaskGone();
    }
  }

  private TaskTaken taken(UserId by) {
    return new TaskTaken(users.find(by).map(Actor::displayName).orElse("?"));
  }
}
