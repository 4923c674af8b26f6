package stet.diff.judge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.diff.Edit;
import stet.diff.Label.Kind;
import stet.diff.word.TokenSpans;
import stet.diff.word.WordScanner;
import stet.text.WordCharacters;

/** Says what kinds of substance one edit touches. Every rule compares what came with what went. */
public final class EditJudge {
  /** An edit of more words than this is a rewrite, in which single words say little. */
  private static final int LOCAL_WORDS = 40;

  private static final int SHORT_BLOCK_WORDS = 6;
  private static final Pattern MINUS = Pattern.compile("(?<![^\\s(])[-\u2010\u2212](?=\\p{Nd})");

  /** An article that has run into the name after it, as in Italian or French. */
  private static final Pattern ELIDED = Pattern.compile("^\\p{Ll}{1,5}'(?=\\p{Lu})");

  private static final Pattern NUMBER =
      Pattern.compile("\\p{Sc}?\\p{Nd}[\\p{Nd}.,:/\\u00a0]*[%\\u2030]?\\w*");

  private final Optional<WordLists> lists;
  private final NameSense names;
  private final Quantities quantities;

  /**
   * A judge for one article.
   *
   * @param lists the word lists of its language, if there are any
   */
  EditJudge(Optional<WordLists> lists, NameSense names) {
    this.lists = lists;
    this.names = names;
    this.quantities = new Quantities(lists);
  }

  /**
   * The kinds of one edit.
   *
   * @param beside what went and came in the same field or paragraph
   */
  Set<Kind> kinds(Edit edit, Elsewhere beside) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (byItself(edit)) {
      return EnumSet.of(Kind.CLOCK);
    }
    if (typographic(edit)) {
      return EnumSet.of(Kind.TYPOGRAPHY);
    }
    List<String> before = words(edit.before());
    List<String> after = words(edit.after());
    addIf(kinds, Kind.LINK, differ(links(before), links(after)));
    boolean local = !edit.whole() && before.size() + after.size() <= LOCAL_WORDS;
    if (local) {
      Quantities.Told was = quantities.in(edit, edit.before());
      Quantities.Told is = quantities.in(edit, edit.after());
      addIf(kinds, Kind.NUMBER, beside.changed(was.numbers(), is.numbers()));
      addIf(kinds, Kind.DATE_TIME, beside.changed(was.times(), is.times()));
      addIf(kinds, Kind.NAME, beside.changed(names(before), names(after)));
      addIf(kinds, Kind.QUOTATION, quotation(edit));
      lists.ifPresent(l -> listed(l, edit, kinds));
      if (kinds.isEmpty()) {
        kinds.add(Kind.WORDING);
      }
    }
    return kinds;
  }

  private static void addIf(Set<Kind> kinds, Kind kind, boolean holds) {
    if (holds) {
      kinds.add(kind);
    }
  }

  /** A relative time or a counter, which the page moves on without anybody's doing. */
  private boolean byItself(Edit edit) {
    if (lists.isEmpty() || edit.whole()) {
      return false;
    }
    String before = lower(context(edit, edit.before()));
    String after = lower(context(edit, edit.after()));
    Pattern ago = lists.get().ago();
    if (ago.matcher(before).find() && ago.matcher(after).find()) {
      return ago.matcher(before).replaceAll("#").equals(ago.matcher(after).replaceAll("#"));
    }
    List<String> all = words(after);
    return all.size() <= SHORT_BLOCK_WORDS
        && isNumber(edit.before())
        && isNumber(edit.after())
        && all.stream().anyMatch(lists.get().get(WordLists.Name.COUNTER)::contains);
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text.strip()).matches();
  }

  /** Whether nothing a reader reads aloud changed. Quotation marks that come or go are read. */
  private static boolean typographic(Edit edit) {
    return bare(edit.before()).equals(bare(edit.after()))
        && quotationMarks(edit.before()) == quotationMarks(edit.after());
  }

  private static String bare(String text) {
    StringBuilder out = new StringBuilder();
    MINUS
        .matcher(lower(text))
        .replaceAll("%")
        .codePoints()
        .filter(
            c ->
                WordCharacters.isWord(c)
                    || Character.getType(c) == Character.CURRENCY_SYMBOL
                    || c == '%')
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static long quotationMarks(String text) {
    return text.chars()
        .filter(
            c ->
                c == '"'
                    || c == '\u201c'
                    || c == '\u201d'
                    || c == '\u201e'
                    || c == '\u00ab'
                    || c == '\u00bb')
        .count();
  }

  private static boolean quotation(Edit edit) {
    return edit.quoted() || quotationMarks(edit.before()) + quotationMarks(edit.after()) > 0;
  }

  private List<String> names(List<String> words) {
    if (lists.isEmpty() || !lists.get().namesHaveCapitals()) {
      return List.of();
    }
    WordLists own = lists.get();
    return words.stream()
        .map(w -> ELIDED.matcher(w).replaceFirst(""))
        .filter(names::isName)
        .filter(w -> !own.has(WordLists.Name.MONTH, w) && !own.has(WordLists.Name.DAY, w))
        .toList();
  }

  private static List<String> links(List<String> words) {
    return words.stream().filter(w -> w.startsWith("http") || w.startsWith("www.")).toList();
  }

  /**
   * Counts listed words and phrases; the context lets a phrase be found that was changed in part.
   */
  private static void listed(WordLists lists, Edit edit, Set<Kind> kinds) {
    List<String> before = parts(edit, edit.before());
    List<String> after = parts(edit, edit.after());
    addIf(kinds, Kind.ATTRIBUTION, lists.differ(WordLists.Name.ATTRIBUTION, before, after));
    addIf(kinds, Kind.HEDGE, lists.differ(WordLists.Name.HEDGE, before, after));
    addIf(kinds, Kind.NEGATION, lists.differ(WordLists.Name.NEGATION, before, after));
    addIf(kinds, Kind.DEATH_OR_GUILT, lists.differ(WordLists.Name.GRAVE, before, after));
  }

  /** Lower-case words as lists have them: one that has a space in it is two there. */
  private static List<String> parts(Edit edit, String middle) {
    return List.of(String.join(" ", words(lower(context(edit, middle)))).split(" ", -1));
  }

  private static String context(Edit edit, String middle) {
    return (edit.left() + " " + middle + " " + edit.right()).replaceAll("\\s+", " ").strip();
  }

  static boolean differ(List<String> before, List<String> after) {
    return !before.stream().sorted().toList().equals(after.stream().sorted().toList());
  }

  public static List<String> words(String text) {
    TokenSpans spans = WordScanner.scan(text, 0, text.length());
    List<String> words = new ArrayList<>();
    for (int t = 0; t < spans.size; t++) {
      String word = text.substring(spans.start[t], spans.end[t]);
      if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
        words.add(word.replace('\u2019', '\''));
      }
    }
    return words;
  }

  public static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The first number in a text, empty where there is none. */
  static String firstNumber(String text) {
    Matcher m = NUMBER.matcher(text);
    return m.find() ? m.group() : "";
  }
}
