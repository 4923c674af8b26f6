package stet.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.article.StatedDate.Role;

/** Recognises what publishers say about their changes, by the table {@code notices.tsv}. */
final class Notices {
  private record Opening(Notice.Kind kind, boolean label, String words) {}

  private static final List<Opening> OPENINGS = new ArrayList<>();

  /** What may stand before a label: marks of emphasis and of lists, a bracket. */
  private static final Pattern LEAD = Pattern.compile("^[\\s*_•\\[(【〈<>#\"'-]+");

  private static final Pattern AFTER_LABEL =
      Pattern.compile(
          "^\\s*(?:[:：\\])】〉]|[-–—]\\s|$|\\(|\\d|#|,? (?:on|at|am|vom|le|del|di|\\p{Lu}\\p{L}+\\.? \\d))");
  private static final int PHRASE_WINDOW = 160;

  /** Longer than any notice that was seen: such a paragraph only begins like one. */
  private static final int MAX_NOTICE = 1500;

  static {
    for (String[] row : Tables.rows("notices.tsv")) {
      for (String words : row[2].split("\\|")) {
        OPENINGS.add(
            new Opening(Notice.Kind.valueOf(row[0]), row[1].equals("label"), Texts.folded(words)));
      }
    }
    OPENINGS.sort(Comparator.comparing((Opening o) -> -o.words.length()));
  }

  private Notices() {}

  /** The notice that the paragraph is, empty where it is none. */
  static Optional<Notice> of(String text, DateContext context) {
    if (text.length() > MAX_NOTICE) {
      return Optional.empty();
    }
    return kind(text).map(kind -> new Notice(kind, text, date(text, context)));
  }

  static Optional<Notice.Kind> kind(String text) {
    String start = Texts.folded(Texts.head(text, PHRASE_WINDOW + 40));
    String bare = LEAD.matcher(start).replaceFirst("");
    Notice.Kind phrase = null;
    for (Opening opening : OPENINGS) {
      if (opening.label) {
        boolean opens =
            bare.startsWith(opening.words)
                && AFTER_LABEL.matcher(bare.substring(opening.words.length())).find();
        if (opens && bare.length() > opening.words.length() + 12) {
          return Optional.of(opening.kind);
        }
      } else if (phrase == null && Texts.head(start, PHRASE_WINDOW).contains(opening.words)) {
        phrase = opening.kind;
      }
    }
    return Optional.ofNullable(phrase);
  }

  private static @Nullable StatedDate date(String text, DateContext context) {
    return DateReader.first(Texts.head(text, 400), context)
        .filter(found -> Plausible.date(found.moment(), context))
        .map(found -> found.moment().stated(Role.NOTICED, found.printed(), "in the notice"))
        .orElse(null);
  }
}
