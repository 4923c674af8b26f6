package stet.extract.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.extract.date.DateReader;
import stet.extract.date.FoundDate;
import stet.extract.page.HtmlPage;
import stet.extract.page.Passage;

/** Lines that may sign a story of which nothing else names an author. */
final class Signatures {
  /** An author line at the story's end: "Author:" and the name. */
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?:autor(?:in|en|es|a|as)?|author|auteur(?:e|s)?|autore|verfasser(?:in)?|texto?|tekst|автор)"
              + "\\s*[:：]\\s*(?=\\p{Lu})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern DATE_SIGN = Pattern.compile("\\s*[|·•]\\s*");
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_LINE = 160;
  private static final int NEAR = 6;
  private static final int LAST = 3;
  private static final int MOST_BESIDE_DATE = 24;

  private final HtmlPage page;
  private final AuthorLines lines;
  private final List<String> found = new ArrayList<>();

  private Signatures(HtmlPage page, AuthorLines lines) {
    this.page = page;
    this.lines = lines;
  }

  /** The likeliest first: the story's head, the lines of the date, the story's end. */
  static List<String> find(
      HtmlPage page, AuthorLines lines, @Nullable Passage headline, List<Passage> story) {
    Signatures signatures = new Signatures(page, lines);
    if (!story.isEmpty()) {
      signatures.alone(story.get(0), story.get(0).text());
    }
    if (headline != null) {
      signatures.dated(headline.order());
    }
    if (!story.isEmpty()) {
      Passage last = story.get(story.size() - 1);
      signatures.closing(last.order());
      if (story.size() > 2) {
        signatures.alone(last, last.text());
      }
    }
    return signatures.found;
  }

  /** Names that open the line of the date, or stand beside it. */
  private void dated(int headline) {
    for (Passage passage : between(headline + 1, headline + NEAR + 1)) {
      String text = passage.text();
      Optional<FoundDate> date =
          text.length() > LONGEST_LINE ? Optional.empty() : DateReader.first(text, page.dates());
      if (date.isPresent()) {
        int start = date.get().start();
        String[] parts = DATE_SIGN.split(text.substring(0, start));
        if (parts.length == 1) {
          alone(passage, parts[0]);
        }
        if (text.length() - (date.get().end() - start) <= MOST_BESIDE_DATE) {
          beside(passage.order() - 1);
          beside(passage.order() + 1);
        }
      }
    }
  }

  /** A name alone beside the date counts where the page says elsewhere that it is an author's. */
  private void beside(int order) {
    for (Passage passage : between(order, order + 1)) {
      if (Bylines.person(passage.text()) && lines.credits(passage.text())) {
        found.add(passage.text());
      }
    }
  }

  /** Author lines among the story's last lines or right under them. */
  private void closing(int end) {
    for (Passage passage : between(end - LAST, end + LAST)) {
      if (passage.text().length() <= LONGEST_LINE
          && SIGNATURE.matcher(passage.text()).lookingAt()
          && !AuthorPlaces.foreign(passage.element())) {
        found.add(passage.text());
      }
    }
  }

  /** A heading, an item of a list and a link to somewhere else sign nothing. */
  private void alone(Passage passage, String line) {
    boolean text = passage.kind() != Passage.Kind.HEADING && !passage.item();
    boolean plain = passage.linkShare() < 0.5 || AuthorLines.profile(passage);
    if (text && plain && line.length() <= LONGEST_NAME && Bylines.person(line)) {
      found.add(line);
    }
  }

  private List<Passage> between(int from, int to) {
    int size = page.passages().size();
    return page.passages().subList(Math.min(Math.max(0, from), size), Math.min(to, size));
  }
}
