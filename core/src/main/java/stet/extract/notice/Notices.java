package stet.extract.notice;

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
import stet.extract.date.DateReader;
import stet.extract.date.Plausible;
import stet.extract.page.DateContext;
import stet.extract.words.Tables;
import stet.extract.words.Texts;
import stet.text.FoldedText;

/**
 * Recognises what publishers say about their changes: paragraphs that open with a label of the
 * table {@code notices.tsv}, and sentences that {@link NoticePhrases} knows.
 */
public final class Notices {
  private record Opening(Notice.Kind kind, String words) {}

  private static final Map<Character, List<Opening>> LABELS = new HashMap<>();

  /** What may stand before a label: marks of emphasis and of lists, a bracket. */
  private static final String LEAD = " *_•[(【〈<>#\"'-";

  private static final Pattern AFTER_LABEL =
      Pattern.compile("^\\s*(?:[:：\\])】〉]|[-–—]\\s|$|\\(|\\d|#)");

  /** A day before the colon: "Correction, March 5:". Behind "Update" the story goes on so. */
  private static final Pattern DAY_AFTER_LABEL =
      Pattern.compile(
          "^,? (?:(?:on|at|am|vom|le|del|di|av|af|fra|från|du|de|der|den) )?(?:\\p{L}+\\.? )?\\d");

  /** So much is looked at for a label. */
  private static final int WINDOW = 200;

  /** Longer than any notice that was seen: such a paragraph only begins like one. */
  private static final int MAX_NOTICE = 1500;

  static {
    for (String[] row : Tables.rows("notices.tsv")) {
      for (String words : row[1].split("\\|")) {
        Opening opening = new Opening(Notice.Kind.valueOf(row[0]), FoldedText.of(words));
        LABELS.computeIfAbsent(opening.words.charAt(0), k -> new ArrayList<>()).add(opening);
      }
    }
    Comparator<Opening> longest = Comparator.comparing(o -> -o.words.length());
    LABELS.values().forEach(openings -> openings.sort(longest));
  }

  private Notices() {}

  /** The notice that the paragraph is, empty where it is none. */
  public static Optional<Notice> of(String text, DateContext context) {
    if (text.length() > MAX_NOTICE) {
      return Optional.empty();
    }
    return kind(text).map(kind -> new Notice(kind, text, date(text, context)));
  }

  /** The notice under a heading that says what it is. */
  public static Notice headed(Notice.Kind kind, String heading, String text, DateContext context) {
    String whole = heading + (heading.endsWith(":") ? " " : ": ") + text;
    return new Notice(kind, whole, date(whole, context));
  }

  public static Optional<Notice.Kind> kind(String text) {
    String start = FoldedText.of(Texts.head(text, WINDOW));
    String bare = behindLead(start);
    if (bare.isEmpty() || quotation(start)) {
      return Optional.empty();
    }
    for (Opening label : LABELS.getOrDefault(bare.charAt(0), List.of())) {
      String rest = bare.startsWith(label.words) ? bare.substring(label.words.length()) : "";
      boolean opens =
          AFTER_LABEL.matcher(rest).find()
              || label.kind != Notice.Kind.UPDATE && DAY_AFTER_LABEL.matcher(rest).find();
      if (opens && Texts.weight(rest) > 12) {
        return Optional.of(label.kind);
      }
    }
    return NoticePhrases.of(text).map(NoticePhrases.Told::kind);
  }

  private static String behindLead(String folded) {
    int start = 0;
    while (start < folded.length() && LEAD.indexOf(folded.charAt(start)) >= 0) {
      start++;
    }
    return folded.substring(start);
  }

  /** The kind of notice that a line announces which is a label and nothing else. */
  public static Optional<Notice.Kind> label(String text) {
    String bare = behindLead(FoldedText.of(Texts.head(text, WINDOW)));
    int end = bare.length();
    while (end > 0 && " :：]).-".indexOf(bare.charAt(end - 1)) >= 0) {
      end--;
    }
    String plain = bare.substring(0, end);
    return plain.isEmpty()
        ? Optional.empty()
        : LABELS.getOrDefault(plain.charAt(0), List.of()).stream()
            .filter(label -> label.words.equals(plain))
            .map(Opening::kind)
            .findFirst();
  }

  /** Whether the paragraph begins with somebody's words and goes on after them. */
  private static boolean quotation(String start) {
    int close = start.startsWith("\"") ? start.indexOf('"', 1) : -1;
    return close >= 0 && start.length() - close > 3;
  }

  /**
   * Whether a line that holds a date says more than a date line does: what was done and why, as in
   * "Cet article a été modifié le 5 mars pour corriger le coût".
   *
   * @param rest the line without its date and without what stands before that
   */
  public static boolean explains(String line, String rest) {
    Optional<NoticePhrases.Told> told = NoticePhrases.of(line);
    if (told.isEmpty()) {
      return false;
    }
    long letters = rest.codePoints().filter(Character::isLetter).count();
    return told.get().kind() != Notice.Kind.UPDATE
        || rest.strip().split("\\s+").length >= 3 && letters >= 12;
  }

  private static @Nullable StatedDate date(String text, DateContext context) {
    return DateReader.first(Texts.head(text, 400), context)
        .filter(found -> Plausible.date(found.moment(), context))
        .map(found -> found.moment().stated(Role.NOTICED, found.printed(), "in the notice"))
        .orElse(null);
  }
}
