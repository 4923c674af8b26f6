package stet.cli.print;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import stet.app.edits.ToldEdit;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.copies.ToldStory;
import stet.timeline.Window;

/** Stories that several outlets printed. */
public final class StoryPrinter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private static final int HEADLINE = 70;
  private static final int LABELS = 4;

  private final Console console;
  private final ZoneId zone;

  /**
   * @param zone in which a person is told times
   */
  public StoryPrinter(Console console, ZoneId zone) {
    this.console = console;
    this.zone = zone;
  }

  /** Its articles, a line each, and an empty line. */
  public void members(ToldStory story) {
    story.members().forEach(member -> console.out().println(line(member)));
    console.out().println();
  }

  /** Its articles, and what was changed in what they share. */
  public void story(ToldStory story) {
    if (story.members().isEmpty()) {
      return;
    }
    members(story);
    if (story.edits().isEmpty()) {
      console.out().println("no edit was seen of a sentence that several of them had");
    }
    story.edits().forEach(this::edit);
  }

  private String line(ToldStory.Member member) {
    String headline = member.headline().isEmpty() ? LogPrinter.NO_HEADLINE : member.headline();
    return seen(member)
        + "  "
        + Plain.line(member.article().outlet())
        + "  "
        + Plain.brief(Plain.line(headline), HEADLINE)
        + "  "
        + member.shared()
        + " of "
        + Plain.count(member.words(), "word")
        + " shared  "
        + member.article().key();
  }

  /** The first check that saw it; the one before where that saw that it was not there yet. */
  private String seen(ToldStory.Member member) {
    Instant before = member.notBefore();
    return before == null
        ? time(member.firstSeen()) + " or earlier"
        : EditPrinter.window(new Window(before, member.firstSeen()), zone);
  }

  private void edit(ToldStory.Edit edit) {
    console
        .out()
        .println(
            EditPrinter.window(edit.window(), zone)
                + "  "
                + Plain.line(edit.article().outlet())
                + "  version "
                + edit.version()
                + "  "
                + ToldEdit.labels(edit.labels(), LABELS));
    console.out().println("  - " + Plain.line(edit.before()));
    if (!edit.after().isEmpty()) {
      console.out().println("  + " + Plain.line(edit.after()));
    }
    edit.others().forEach(other -> console.out().println("  " + holder(other)));
    console.out().println();
  }

  private String holder(ToldStory.Holder other) {
    String outlet = Plain.line(other.article().outlet());
    Window gone = other.gone();
    return gone == null
        ? outlet + " still showed the old words at its last check, " + time(other.seenUntil())
        : outlet + " changed or dropped them, too: " + EditPrinter.window(gone, zone);
  }

  private String time(Instant at) {
    return at.atZone(zone).format(TIME);
  }
}
