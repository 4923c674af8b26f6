package stet.cli.print;

import java.util.ArrayList;
import java.util.List;
import stet.capture.EnumId;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.diff.word.Words;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * How much changed and where, in words, with a bar for each part as git's {@code --stat} has it.
 */
public final class StatPrinter {
  private static final int BAR = 40;
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String OFF = "\u001b[0m";

  private final Console console;

  public StatPrinter(Console console) {
    this.console = console;
  }

  /** One part of a text, or one revision. */
  private record Part(String name, String note, int inserted, int deleted) {}

  public void print(Revision revision) {
    List<Part> parts = new ArrayList<>();
    for (FieldChange field : revision.fields()) {
      parts.add(part(EnumId.of(field.field()), "", field.deltas()));
    }
    for (Hunk hunk : revision.hunks()) {
      if (hunk.isChange() && !(hunk instanceof Hunk.MovedAway)) {
        parts.add(part(name(hunk), note(hunk), hunk.deltas()));
      }
    }
    print(parts);
    long paragraphs = revision.hunks().stream().filter(h -> !(h instanceof Hunk.MovedAway)).count();
    long changed =
        revision.hunks().stream()
            .filter(h -> h.isChange() && !(h instanceof Hunk.MovedAway))
            .count();
    console
        .out()
        .println(
            " "
                + changed
                + " of "
                + Plain.count(paragraphs, "paragraph")
                + " and "
                + Plain.count(revision.fields().size(), "field")
                + " changed, "
                + LogPrinter.counts(revision.counts()));
  }

  /** A line for each revision of an article. */
  public void print(Timeline timeline) {
    List<Part> parts = new ArrayList<>();
    for (Entry.Revised revised : timeline.revisions()) {
      parts.add(
          new Part(
              revised.version() + "  " + LogPrinter.time(revised.at()),
              revised.labels().get(0).kind().id(),
              revised.revision().counts().inserted(),
              revised.revision().counts().deleted()));
    }
    print(parts);
  }

  private static String name(Hunk hunk) {
    if (hunk.after().isEmpty()) {
      return "old paragraph " + numbers(hunk.before());
    }
    return "paragraph " + numbers(hunk.after());
  }

  private static String numbers(List<Integer> blocks) {
    int first = blocks.get(0) + 1;
    int last = blocks.get(blocks.size() - 1) + 1;
    return first == last ? Integer.toString(first) : first + "-" + last;
  }

  private static String note(Hunk hunk) {
    if (hunk instanceof Hunk.Moved moved) {
      return "moved from " + (moved.beforeBlock() + 1);
    } else if (hunk instanceof Hunk.Split) {
      return "split";
    } else if (hunk instanceof Hunk.Merged) {
      return "merged";
    } else if (hunk instanceof Hunk.Inserted) {
      return "added";
    }
    return hunk instanceof Hunk.Deleted ? "removed" : "";
  }

  private static Part part(String name, String note, List<Delta> deltas) {
    int inserted = 0;
    int deleted = 0;
    for (Delta delta : deltas) {
      inserted += delta.kind() == Delta.Kind.INSERTED ? words(delta.after()) : 0;
      deleted += delta.kind() == Delta.Kind.DELETED ? words(delta.before()) : 0;
    }
    return new Part(name, note, inserted, deleted);
  }

  private static int words(String text) {
    Words words = Words.of(text);
    int count = 0;
    for (int i = 0; i < words.size(); i++) {
      count += words.isWord(i) ? 1 : 0;
    }
    return count;
  }

  private void print(List<Part> parts) {
    int name = parts.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    int note = parts.stream().mapToInt(p -> p.note().length()).max().orElse(0);
    int most = parts.stream().mapToInt(p -> p.inserted() + p.deleted()).max().orElse(0);
    double scale = most > BAR ? BAR / (double) most : 1;
    String format = " %-" + Math.max(1, name) + "s  %-" + Math.max(1, note) + "s | %5d %s";
    for (Part part : parts) {
      int changed = part.inserted() + part.deleted();
      String bar = bar("+", GREEN, part.inserted(), scale) + bar("-", RED, part.deleted(), scale);
      console
          .out()
          .println(
              String.format(java.util.Locale.ROOT, format, part.name(), part.note(), changed, bar)
                  .stripTrailing());
    }
  }

  private String bar(String sign, String colour, int words, double scale) {
    int length = words == 0 ? 0 : Math.max(1, (int) Math.round(words * scale));
    String bar = sign.repeat(length);
    return console.colour() && length > 0 ? colour + bar + OFF : bar;
  }
}
