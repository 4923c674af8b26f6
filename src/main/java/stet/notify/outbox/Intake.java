package stet.notify.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import stet.capture.EnumId;
import stet.notify.Finding;
import stet.notify.Message.Standing;
import stet.notify.match.ArticleLook.Stand;
import stet.notify.rule.AlertRule;
import stet.notify.rule.Timing;
import stet.watch.store.AlertDue;
import stet.watch.store.AlertFinding;
import stet.watch.store.AlertStore;

/**
 * Takes findings in, and has them told when their rule says. To be used within a transaction of the
 * watch's file.
 */
public final class Intake {
  /** For so long what is alike is told as one. */
  private static final Duration ALIKE = Duration.ofDays(1);

  private final AlertStore store;
  private final Instant now;

  /**
   * @param now UTC
   */
  public Intake(AlertStore store, Instant now) {
    this.store = store;
    this.now = now;
  }

  /**
   * Keeps a finding and has it told; nothing where the rule fired on the same before.
   *
   * @param alike equal for what is told once for many articles
   * @return whether it is new
   */
  public boolean add(AlertRule rule, Finding finding, String alike) {
    Optional<Instant> told = store.findings().toldAlike(rule.name(), alike, now.minus(ALIKE));
    OptionalLong id = keep(rule, finding, alike);
    if (id.isEmpty()) {
      return false;
    }
    Instant due = rule.timing().due(now);
    boolean gathered = rule.timing().isGathered(now);
    if (!gathered && told.isPresent()) {
      due = rule.timing().afterQuiet(nextHour(told.get()));
      gathered = true;
    }
    due(rule, id.getAsLong(), due, gathered);
    return true;
  }

  /** Keeps a finding and has it told now, whatever the pace of its rule. */
  public void addDueNow(AlertRule rule, Finding finding) {
    OptionalLong id = keep(rule, finding, finding.id());
    if (id.isPresent()) {
      due(rule, id.getAsLong(), rule.timing().afterQuiet(now), false);
    }
  }

  private OptionalLong keep(AlertRule rule, Finding finding, String alike) {
    String key = finding.story() == null ? "" : finding.story().key();
    return store
        .findings()
        .add(
            new AlertFinding(
                0,
                rule.name(),
                rule.ask().digest(),
                finding.id(),
                key,
                alike,
                now,
                EnumId.of(Standing.STANDS),
                "",
                Bodies.of(finding)));
  }

  private void due(AlertRule rule, long finding, Instant due, boolean gathered) {
    for (String channel : rule.channels()) {
      store.findings().due(new AlertDue(finding, channel, false, due, gathered));
    }
  }

  /** The end of the hour, counted from a moment, in which we are. */
  private Instant nextHour(Instant from) {
    long hours = Duration.between(from, now).dividedBy(Timing.HOUR);
    return from.plus(Timing.HOUR.multipliedBy(Math.max(0, hours) + 1));
  }

  /**
   * Notes where a finding stands by now. Who was told of what does not hold any more gets a
   * correction; what nobody was told yet is told as it stands where it is gathered, and not at all
   * where it is not.
   */
  public void stand(AlertRule rule, AlertFinding.Known finding, Stand stand) {
    String standing = EnumId.of(stand.standing());
    if (!finding.ask().equals(rule.ask().digest())) {
      // The rule asks for something else by now, which says nothing of what it found.
      return;
    }
    if (finding.standing().equals(standing) && finding.note().equals(stand.note())) {
      return;
    }
    store.findings().stand(finding.id(), standing, stand.note());
    boolean held = EnumId.read(Standing.class, finding.standing()).holds();
    if (held && !stand.standing().holds()) {
      correct(rule, finding.id());
    }
  }

  private void correct(AlertRule rule, long finding) {
    List<String> told = store.messages().told(finding);
    for (AlertDue due : store.findings().waiting(finding)) {
      if (!due.gathered() && !due.correction()) {
        store.findings().done(due);
      }
    }
    for (String channel : told) {
      if (rule.channels().contains(channel)) {
        Instant due = rule.timing().afterQuiet(now);
        store.findings().due(new AlertDue(finding, channel, true, due, true));
      }
    }
  }
}
