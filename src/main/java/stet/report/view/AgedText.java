package stet.report.view;

import java.util.ArrayList;
import java.util.List;
import stet.report.page.Run;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.text.Truncation;
import stet.timeline.Blame;
import stet.timeline.Steps;

/**
 * The words of one page, with the version that brought them where it is not the first, and with
 * words that are gone. A version's number stands where marked words of another one, or after a
 * block without marks, begin, and likewise where it is gone words that follow one another.
 */
final class AgedText {
  private static final int BLOCK = 50_000;
  private static final int LINE = 1_000;
  private static final int SPANS = 500;

  private final Steps steps;
  private int brought;
  private int went;

  AgedText(Steps steps) {
    this.steps = steps;
  }

  /**
   * A block's words.
   *
   * @param spans spell the text
   * @param gone what is gone from it, in the order of its places
   */
  List<Run> block(String text, List<Blame.Span> spans, List<GoneWords.Gone> gone) {
    if (text.length() > BLOCK || spans.size() + gone.size() > SPANS) {
      brought = 0;
      went = 0;
      return words(text);
    }
    List<Run> runs = new ArrayList<>();
    int start = 0;
    int next = 0;
    for (Blame.Span span : spans) {
      int end = start + span.text().length();
      int done = start;
      for (; next < gone.size() && gone.get(next).at() < end; next++) {
        int at = Math.max(done, gone.get(next).at());
        if (at > done) {
          add(text.substring(done, at), span.since(), runs);
        }
        runs.add(gone(gone.get(next)));
        done = at;
      }
      add(text.substring(done, end), span.since(), runs);
      start = end;
    }
    gone.subList(next, gone.size()).forEach(g -> runs.add(gone(g)));
    if (runs.stream().noneMatch(r -> r.kind() == Run.Kind.BROUGHT)) {
      brought = 0;
    }
    if (gone.isEmpty()) {
      went = 0;
    }
    return runs;
  }

  /** White space goes with what stands before it; a mark under it would be seen. */
  private void add(String text, int version, List<Run> runs) {
    String words = version == 1 ? "" : text.stripTrailing();
    if (!words.isEmpty()) {
      runs.add(
          new Run(
              Run.Kind.BROUGHT,
              words,
              String.valueOf(version),
              version == brought ? "" : cause(version)));
      went = version == brought ? went : 0;
      brought = version;
    }
    if (words.length() < text.length()) {
      runs.add(Run.plain(text.substring(words.length())));
    }
  }

  /** Words that are gone. */
  Run gone(GoneWords.Gone gone) {
    boolean known = gone.version() == went;
    went = gone.version();
    return new Run(
        Run.Kind.GONE,
        Truncation.shortened(gone.text(), LINE).replace("\n", " ¶ "),
        String.valueOf(gone.version()),
        known ? "" : cause(gone.version()));
  }

  /** Where one learns what a version brought or removed. */
  private String cause(int version) {
    return steps.told(version).isPresent()
        ? Addresses.revision(version)
        : Addresses.version(version);
  }

  /** Words without marks. */
  static List<Run> words(String text) {
    if (text.length() <= BLOCK) {
      return List.of(Run.plain(text));
    }
    String note =
        " " + Numbers.grouped(text.length() - BLOCK) + " more characters are in the capture";
    return List.of(Run.plain(Truncation.shortened(text, BLOCK)), Run.of(Run.Kind.NOTE, note));
  }
}
