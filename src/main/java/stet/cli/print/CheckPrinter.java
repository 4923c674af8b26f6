package stet.cli.print;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.json.StetJson;
import stet.text.time.IsoTime;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;
import stet.watch.CheckedAddress;
import stet.watch.store.CheckOutcome;
import stet.watch.store.WatchStore;

/** What checks out of turn showed. */
public final class CheckPrinter {
  private final Console console;

  public CheckPrinter(Console console) {
    this.console = console;
  }

  /** Whether an address was looked at and something answered. */
  public static boolean isDone(CheckedAddress address) {
    CheckOutcome check = address.check();
    return check != null
        && switch (check) {
          case NEVER, FAILED, DISALLOWED, UNREADABLE -> false;
          default -> true;
        };
  }

  /** Whether the check showed another text. */
  public static boolean isChange(CheckedAddress address) {
    return address.check() == CheckOutcome.CHANGED;
  }

  /** What came of it, with the words that changed. */
  public void print(CheckedAddress address, Collection collection, WatchStore store) {
    StringBuilder line = new StringBuilder(address.uri()).append(": ").append(what(address));
    if (address.check() == CheckOutcome.READ || address.check() == CheckOutcome.PARTLY_READ) {
      store
          .feed(address.uri())
          .ifPresent(f -> line.append(", ").append(Plain.count(f.state().candidates(), "article")));
    } else if (!address.detail().isEmpty() && address.check() != null) {
      line.append(" (").append(address.detail()).append(')');
    }
    if (address.check() != null && address.nextAt() != null) {
      line.append("; next check ").append(at(address.nextAt()));
    } else if (address.check() != null) {
      line.append("; it is not tracked, '--track' would");
    }
    console.out().println(Plain.line(line.toString()));
    if (isChange(address)) {
      latest(address, collection).ifPresent(this::diff);
    }
  }

  private static String what(CheckedAddress address) {
    CheckOutcome check = address.check();
    if (check != null) {
      return check.words();
    }
    String detail = address.detail();
    return switch (address.outcome()) {
      case HANDED_OVER ->
          "not checked yet: it is due at once"
              + (detail.isEmpty() ? "" : ", and " + detail)
              + "; 'stet status' tells where it stands";
      case WAITING ->
          "not checked: "
              + detail
              + (address.nextAt() == null ? "" : " " + at(address.nextAt()))
              + ", and it is due then";
      case REFUSED -> "it cannot be asked";
      case CHECKED, KEPT, NOT_TRACKED -> "not checked";
    };
  }

  private static String at(Instant at) {
    return IsoTime.ofSecond(at);
  }

  private record Change(Timeline timeline, Entry.Revised revised) {
    SeenVersion version(int back) {
      return timeline.versions().get(revised.version() - 1 - back);
    }
  }

  private static Optional<Change> latest(CheckedAddress address, Collection collection) {
    return collection
        .timelines()
        .find(address.uri())
        .map(found -> collection.timelines().of(found.id()))
        .filter(timeline -> !timeline.revisions().isEmpty())
        .map(
            timeline -> {
              List<Entry.Revised> all = timeline.revisions();
              return new Change(timeline, all.get(all.size() - 1));
            });
  }

  private void diff(Change change) {
    new DiffPrinter(console)
        .print(change.version(1), change.version(0), change.revised().revision());
  }

  /** What changed, as JSON; nothing where nothing did. */
  public void comparison(CheckedAddress address, Collection collection) {
    @Nullable Change change = isChange(address) ? latest(address, collection).orElse(null) : null;
    if (change != null) {
      console
          .out()
          .println(
              StetJson.comparison(
                      change.timeline().article(),
                      change.version(1),
                      change.version(0),
                      change.revised().revision())
                  .line());
    }
  }
}
