package stet.cli.print;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import stet.article.ArticleVersion;
import stet.diff.Label;
import stet.diff.judge.JudgedRevision;
import stet.diff.tell.Telling;
import stet.timeline.SeenVersion;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;
import stet.track.Edits;

/** What is told of an edit in a line. */
record ToldEdit(Edits.Edit edit, Telling.Excerpt excerpt) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  static ToldEdit of(Edits.Edit edit) {
    List<SeenVersion> versions = edit.timeline().versions();
    int version = edit.revised().version();
    ArticleVersion before = versions.get(version - 2).state();
    ArticleVersion after = versions.get(version - 1).state();
    JudgedRevision judged = JudgedRevision.of(before, after, edit.revised().revision());
    return new ToldEdit(edit, Telling.of(judged, edit.revised().labels()).excerpt());
  }

  TrackedArticle article() {
    return edit.timeline().article();
  }

  /** Of the latest version. */
  String headline() {
    return LogPrinter.headline(edit.timeline());
  }

  SeenVersion before() {
    return edit.timeline().versions().get(edit.revised().version() - 2);
  }

  SeenVersion after() {
    return edit.timeline().versions().get(edit.revised().version() - 1);
  }

  /** Their ids, with commas between. */
  String labels() {
    return labels(Integer.MAX_VALUE);
  }

  /**
   * The same of the first ones alone.
   *
   * @param most how many are named; of the others stands how many they are
   */
  String labels(int most) {
    List<String> ids = edit.revised().labels().stream().map(ToldEdit::id).toList();
    int more = ids.size() - most;
    return String.join(", ", ids.subList(0, Math.min(most, ids.size())))
        + (more > 0 ? " +" + more : "");
  }

  private static String id(Label label) {
    return label.kind().id();
  }

  /** Between which two checks it was made. */
  String window(ZoneId zone) {
    Window window = edit.revised().window();
    ZonedDateTime from = at(window.notBefore(), zone);
    ZonedDateTime to = at(window.notAfter(), zone);
    boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
    return MINUTE.format(from) + " – " + (sameDay ? CLOCK : MINUTE).format(to);
  }

  private static ZonedDateTime at(Instant at, ZoneId zone) {
    return at.atZone(zone);
  }
}
