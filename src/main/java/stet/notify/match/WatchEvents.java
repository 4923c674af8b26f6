package stet.notify.match;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.notify.Finding;
import stet.notify.Finding.Event;
import stet.notify.rule.AlertRule;
import stet.text.OneLine;
import stet.text.time.IsoTime;
import stet.watch.drift.DriftVerdict;
import stet.watch.drift.HeldDrift;
import stet.watch.store.OutletHealth;
import stet.watch.store.WatchStore;

/** What rules ask for that no article shows: how the watch itself fares. */
public final class WatchEvents {
  /** A list that named so few new pages in a week may well name none for days. */
  private static final int BUSY_LIST = 7;

  /** So many pages have to fail, where there are as many, before it is the outlet that does. */
  private static final int PAGES = 3;

  private WatchEvents() {}

  /**
   * What rules fire on now.
   *
   * @param since when the rule was first asked, UTC
   * @param now UTC
   */
  public static List<Finding> of(AlertRule rule, WatchStore store, Instant since, Instant now) {
    Set<String> outlets = rule.ask().filter().outlets();
    return switch (rule.ask().event()) {
      case HELD ->
          store.drift().all().stream()
              .filter(d -> d.verdict() == DriftVerdict.HELD && !d.to().isBefore(since))
              .filter(d -> outlets.isEmpty() || outlets.contains(d.outlet()))
              .map(WatchEvents::held)
              .toList();
      case OUTLET_UNREADABLE, OUTLET_SILENT -> outlets(rule, store, outlets, now);
      default -> List.of();
    };
  }

  private static Finding held(HeldDrift drift) {
    return finding(
        "held " + drift.id() + " " + IsoTime.ofSecond(drift.from()),
        Event.HELD,
        drift.outlet(),
        drift.articles()
            + " articles of "
            + drift.outlet()
            + " changed alike between "
            + IsoTime.ofSecond(drift.from())
            + " and "
            + IsoTime.ofSecond(drift.to())
            + ", of "
            + drift.checked()
            + " that were looked at: this looks like a new page template, and is held until a person"
            + " decides with 'stet drift'.");
  }

  private static List<Finding> outlets(
      AlertRule rule, WatchStore store, Set<String> outlets, Instant now) {
    List<Finding> found = new ArrayList<>();
    for (OutletHealth outlet : store.outlets()) {
      if (!outlets.isEmpty() && !outlets.contains(outlet.outlet())) {
        continue;
      }
      @Nullable Finding finding =
          rule.ask().event() == Event.OUTLET_UNREADABLE
              ? unreadable(outlet, rule.ask().after())
              : silent(outlet, rule.ask().after(), now);
      if (finding != null) {
        found.add(finding);
      }
    }
    return found;
  }

  private static @Nullable Finding unreadable(OutletHealth outlet, Duration after) {
    Instant shown = outlet.shownAt();
    Instant failed = outlet.failedAt();
    if (shown == null
        || failed == null
        || failed.isBefore(shown.plus(after))
        || outlet.failing() < Math.min(PAGES, outlet.pages())) {
      return null;
    }
    return finding(
        "outlet-unreadable " + outlet.outlet() + " " + IsoTime.ofSecond(shown),
        Event.OUTLET_UNREADABLE,
        outlet.outlet(),
        "No page of "
            + outlet.outlet()
            + " could be read since "
            + IsoTime.ofSecond(shown)
            + ": checks of "
            + outlet.failing()
            + " of "
            + outlet.pages()
            + " pages since then showed no article; the last, at "
            + IsoTime.ofSecond(failed)
            + ": "
            + OneLine.of(outlet.detail())
            + ".");
  }

  private static @Nullable Finding silent(OutletHealth outlet, Duration after, Instant now) {
    Instant named = outlet.namedAt();
    if (named == null
        || !outlet.listed()
        || outlet.namedBefore() < BUSY_LIST
        || now.isBefore(named.plus(after))) {
      return null;
    }
    return finding(
        "outlet-silent " + outlet.outlet() + " " + IsoTime.ofSecond(named),
        Event.OUTLET_SILENT,
        outlet.outlet(),
        "The lists of "
            + outlet.outlet()
            + " were read and named no new page since "
            + IsoTime.ofSecond(named)
            + "; in the seven days before that they named "
            + outlet.namedBefore()
            + ".");
  }

  private static Finding finding(String id, Event event, String outlet, String sentence) {
    return new Finding(id, event, null, null, sentence, List.of(outlet), List.of());
  }
}
