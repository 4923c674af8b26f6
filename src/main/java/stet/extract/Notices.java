package stet.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.article.StatedDate.Role;

/** Recognises what publishers say about their changes, by the table {@code notices.tsv}. */
final class Notices {
  private record Opening(Notice.Kind kind, String words) {}

  private static final Map<Character, List<Opening>> LABELS = new HashMap<>();
  private static final List<Opening> PHRASES = new ArrayList<>();

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
        Opening opening = new Opening(Notice.Kind.valueOf(row[0]), Texts.folded(words));
        (row[1].equals("label")
                ? LABELS.computeIfAbsent(opening.words.charAt(0), k -> new ArrayList<>())
                : PHRASES)
            .add(opening);
      }
    }
    Comparator<Opening> longest = Comparator.comparing(o -> -o.words.length());
    LABELS.values().forEach(openings -> openings.sort(longest));
    PHRASES.sort(longest);
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
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    for (Opening label : LABELS.getOrDefault(bare.charAt(0), List.of())) {
      boolean opens =
          bare.startsWith(label.words)
              && AFTER_LABEL.matcher(bare.substring(label.words.length())).find();
      if (opens && bare.length() > label.words.length() + 12) {
        return Optional.of(label.kind);
      }
    }
    String window = Texts.head(start, PHRASE_WINDOW);
    return PHRASES.stream().filter(p -> window.contains(p.words)).findFirst().map(Opening::kind);
  }

  private static @Nullable StatedDate date(String text, DateContext context) {
    return DateReader.first(Texts.head(text, 400), context)
        .filter(found -> Plausible.date(found.moment(), context))
        .map(found -> found.moment().stated(Role.NOTICED, found.printed(), "in the notice"))
        .orElse(null);
  }
}
