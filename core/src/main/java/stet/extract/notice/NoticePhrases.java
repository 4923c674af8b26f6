package stet.extract.notice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.article.Notice;
import stet.extract.words.PhraseTrie;
import stet.extract.words.Tables;
import stet.extract.words.Texts;
import stet.text.FoldedText;

/**
 * Knows the sentences in which a publisher speaks of its own text, by the table {@code
 * notice-phrases.tsv}: the text names itself and says what was done to it, or what stood there
 * before. Stories about corrections name other things, tell what somebody says, or quote.
 */
final class NoticePhrases {
  private enum Part {
    OWN,
    WEAK,
    EARLIER,
    ERROR,
    GAVE,
    SAID,
    CORRECTED,
    CLARIFIED,
    UPDATED,
    RETRACTED,
    CORRECTING,
    ALONE;

    /** Whether a notice is told by such words; the others only say more of it. */
    boolean opens() {
      return this == ALONE || this == OWN || this == WEAK || this == EARLIER;
    }
  }

  private record Word(String language, Part part, Notice.Kind kind) {}

  /** A notice told by its words, and where they stand. */
  record Told(Notice.Kind kind, int start, int end) {}

  private static final PhraseTrie<Word> TABLE = new PhraseTrie<>();

  /** The first letter for which scripts have several. */
  private static final char FIRST_SEVERAL = 'ş';

  /** In how much of a paragraph a notice says what it is. */
  private static final int WINDOW = 260;

  /** Between a text's name for itself and the verb there may stand a date. */
  private static final int TO_VERB = 60;

  private static final int BESIDE = 30;

  /** What may stand before the first words of a notice: emphasis, list marks, an introduction. */
  private static final Pattern LEAD = Pattern.compile("^[\\s*_•\\[(【〈<>#:：–—-]*");

  /** Law books and constitutions have articles too. */
  private static final Pattern NUMBERED =
      Pattern.compile("^\\s*(?:n[.o°º]* ?)?\\p{Nd}+(?![:.h]?\\p{Nd}).*");

  private static final String ENDS = "!?。！？।؟…";

  static {
    for (String[] row : Tables.rows("notice-phrases.tsv")) {
      Part part = Part.valueOf(row[1].toUpperCase(java.util.Locale.ROOT));
      for (String entry : row[2].split("\\|")) {
        int colon = part == Part.ALONE ? entry.indexOf(':') : -1;
        Notice.Kind kind = colon < 0 ? kind(part) : Notice.Kind.valueOf(entry.substring(0, colon));
        TABLE.add(plain(entry.substring(colon + 1)), new Word(row[0], part, kind));
      }
    }
  }

  private NoticePhrases() {}

  private static Notice.Kind kind(Part part) {
    return switch (part) {
      case CLARIFIED -> Notice.Kind.CLARIFICATION;
      case UPDATED -> Notice.Kind.UPDATE;
      case RETRACTED -> Notice.Kind.RETRACTION;
      default -> Notice.Kind.CORRECTION;
    };
  }

  /** One spelling where scripts have several for one letter; what shows nothing goes. */
  private static String plain(String text) {
    String folded = FoldedText.of(text);
    int at = 0;
    while (at < folded.length() && folded.charAt(at) < FIRST_SEVERAL) {
      at++;
    }
    return at == folded.length() ? folded : oneSpelling(folded);
  }

  private static String oneSpelling(String folded) {
    return folded
        .replace('ş', 'ș')
        .replace('ţ', 'ț')
        .replace('ي', 'ی')
        .replace('ك', 'ک')
        .replace("\u200c", "")
        .replace("\u0640", "");
  }

  /** The notice that a paragraph opens with, empty where it is none. */
  static Optional<Told> of(String text) {
    String head = plain(Texts.head(text, WINDOW));
    List<PhraseTrie.Hit<Word>> hits = TABLE.find(head);
    Told best = null;
    for (PhraseTrie.Hit<Word> hit : hits) {
      Told told = told(head, hit, hits);
      if (told != null && (best == null || told.kind.compareTo(best.kind) < 0)) {
        best = told;
      }
    }
    return Optional.ofNullable(best);
  }

  private static @Nullable Told told(
      String head, PhraseTrie.Hit<Word> hit, List<PhraseTrie.Hit<Word>> all) {
    if (!hit.value().part.opens()) {
      return null;
    }
    Place place = new Place(head, hit, all);
    if (place.quoted()) {
      return null;
    }
    Notice.Kind kind =
        switch (hit.value().part) {
          case ALONE -> place.opens() ? hit.value().kind : null;
          case OWN -> place.own(true);
          case WEAK -> place.own(false);
          case EARLIER -> place.earlier();
          default -> null;
        };
    return kind == null ? null : new Told(kind, hit.start(), place.end);
  }

  /** One entry in its sentence. */
  private static final class Place {
    private final String head;
    private final PhraseTrie.Hit<Word> hit;
    private final List<PhraseTrie.Hit<Word>> beside;
    private final int from;
    private int end;

    Place(String head, PhraseTrie.Hit<Word> hit, List<PhraseTrie.Hit<Word>> all) {
      this.head = head;
      this.hit = hit;
      this.end = hit.end();
      this.from = sentence(head, hit.start());
      int to = sentenceEnd(head, hit.end());
      this.beside =
          all.stream()
              .filter(h -> h.value().language.equals(hit.value().language))
              .filter(h -> h.start() >= from && h.start() < to)
              .toList();
    }

    boolean opens() {
      return LEAD.matcher(head.substring(from, hit.start())).replaceFirst("").isEmpty();
    }

    private boolean first() {
      return LEAD.matcher(head.substring(0, from)).replaceFirst("").isEmpty()
          || head.substring(0, from).strip().endsWith(":");
    }

    private boolean said() {
      return beside.stream().anyMatch(h -> h.value().part == Part.SAID && h.end() <= hit.start());
    }

    private boolean has(Part part) {
      return beside.stream().anyMatch(h -> h.value().part == part);
    }

    /** The text names itself here. */
    Notice.@Nullable Kind own(boolean plainly) {
      if (!plainly && NUMBERED.matcher(head.substring(hit.end())).matches()) {
        return null;
      }
      boolean place = plainly ? opens() || !said() : opens() && first();
      for (PhraseTrie.Hit<Word> other : beside) {
        boolean after = other.start() >= hit.start();
        int gap = after ? other.start() - hit.end() : hit.start() - other.end();
        Part part = other.value().part;
        boolean near = gap <= (after ? TO_VERB : BESIDE);
        if (part == Part.EARLIER && gap <= BESIDE && said(plainly)) {
          end = Math.max(end, other.end());
          return Notice.Kind.CORRECTION;
        }
        boolean done = part.compareTo(Part.CORRECTED) >= 0 && part.compareTo(Part.RETRACTED) <= 0;
        if (done && place && near && (after || plainly)) {
          end = Math.max(end, other.end());
          boolean corrects = part == Part.UPDATED && has(Part.CORRECTING);
          return corrects ? Notice.Kind.CORRECTION : gravest(other);
        }
        if (part == Part.ERROR && plainly && opens() && after && near) {
          return Notice.Kind.CORRECTION;
        }
      }
      return null;
    }

    /** Of what is said to have been done the gravest. */
    private Notice.Kind gravest(PhraseTrie.Hit<Word> first) {
      return beside.stream()
          .filter(h -> h.start() >= first.start() && h.start() - first.start() <= TO_VERB)
          .filter(h -> h.value().part.compareTo(Part.CORRECTED) >= 0)
          .filter(h -> h.value().part.compareTo(Part.RETRACTED) <= 0)
          .map(h -> h.value().kind)
          .min(Notice.Kind::compareTo)
          .orElse(first.value().kind);
    }

    /** Whether an earlier version of the text itself is spoken of, and not by somebody else. */
    private boolean said(boolean plainly) {
      boolean wrong = has(Part.ERROR);
      boolean told = wrong || gave();
      boolean start = opens() || earlierOpens();
      if (plainly) {
        return start || !said() || wrong;
      }
      return told && (start || !said());
    }

    private boolean gave() {
      return beside.stream()
          .filter(h -> h.value().part == Part.GAVE)
          .anyMatch(h -> h.start() >= hit.end() && h.start() - hit.end() <= 12);
    }

    private boolean earlierOpens() {
      return beside.stream()
          .filter(h -> h.value().part == Part.EARLIER)
          .anyMatch(
              h -> LEAD.matcher(head.substring(from, h.start())).replaceFirst("").length() <= 4);
    }

    /** What stood before is called wrong without the text's name: "In an earlier version, …". */
    Notice.@Nullable Kind earlier() {
      boolean wrong =
          beside.stream()
              .filter(h -> h.value().part == Part.ERROR || h.value().part == Part.GAVE)
              .anyMatch(
                  h -> h.start() >= hit.end() && joined(head.substring(hit.end(), h.start())));
      return wrong && opens() && first() ? Notice.Kind.CORRECTION : null;
    }

    private static boolean joined(String between) {
      return between.length() <= 3 || between.startsWith(",") && between.length() <= 40;
    }

    /** Whether the words stand in quotation marks. */
    boolean quoted() {
      int open = 0;
      boolean inside = false;
      for (int i = 0; i < hit.start(); i++) {
        char c = head.charAt(i);
        inside ^= c == '"';
        open += c == '「' || c == '『' ? 1 : c == '」' || c == '』' ? -1 : 0;
        boolean single = c == '\'' && (i == 0 || head.charAt(i - 1) == ' ');
        int close = single ? head.indexOf('\'', i + 1) : -1;
        open += close > hit.start() ? 1 : 0;
      }
      // A paragraph all in quotation marks may be a notice; a quotation in one is none.
      boolean whole = head.startsWith("\"") && head.indexOf('"', 1) >= head.length() - 2;
      return open > 0 || inside && !whole;
    }
  }

  private static int sentence(String head, int at) {
    for (int i = at - 1; i > 0; i--) {
      if (ends(head, i)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int sentenceEnd(String head, int at) {
    for (int i = at; i < head.length(); i++) {
      if (ends(head, i)) {
        return i + 1;
      }
    }
    return head.length();
  }

  /** Whether a sentence or an introducing label ends with that character. */
  private static boolean ends(String head, int i) {
    char c = head.charAt(i);
    if (ENDS.indexOf(c) >= 0) {
      return true;
    }
    boolean gap = i + 1 == head.length() || head.charAt(i + 1) == ' ';
    boolean stop = c == '.' && i > 2 && Character.isLetter(head.charAt(i - 1));
    // "Dr.", "No.", "a.m." end no sentence.
    boolean word = stop && Character.isLetter(head.charAt(i - 2)) && head.charAt(i - 3) != ' ';
    return gap && (word && head.charAt(i - 3) != '.' || c == ':' || c == '：');
  }
}
