package stet.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Parts an author line into names; dates, roles and words of the page go. */
final class AuthorNames {
  private static final Set<String> LEADS = words("lead");
  private static final Set<String> ROLES = words("role");
  private static final Set<String> RANKS = words("rank");
  private static final Set<String> AGENCIES = words("agency");
  private static final Set<String> NONE = words("none");

  private static final Pattern SPLIT =
      Pattern.compile(
          "\\s*(?:[,;|/&、，·•]|\\s(?:and|und|et|y|e|og|och|en|и|та|i|ve|και|dan|with|mit|im gespräch"
              + " mit|in conversation with)\\s)\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What follows a name: a signature in brackets, a title of the trade, a date. */
  private static final Pattern TAIL =
      Pattern.compile(
          "\\s*(?:[(\\[].*|기자|特派員|記者|\\d{1,2}[./].*|@\\S+|[-–—]\\s.*|\\s[A-Z][a-z]{2,8}\\.?"
              + " \\d{1,2})$");

  /** A word that led to a date, a time or a place which was taken out, or a verb of speech. */
  private static final Pattern HANGING =
      Pattern.compile(
          "\\s+(?:at|am|um|on|le|el|à|om|kl\\.?|den|vom|says|said|writes|wrote|schreibt|sagt|dit|dice)\\s*:?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern TIME =
      Pattern.compile(
          "\\b\\d{1,2}[:.h]\\d{2}\\b(?:\\s?(?:[ap]\\.?m\\.?|uhr))?(?:\\s(?:[A-Z]{1,3}[SD]?T|GMT|UTC)\\b)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DAY =
      Pattern.compile(
          "^(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\\b\\.?,?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEGREE =
      Pattern.compile(
          "(?:[A-Z]{2,4}|[A-Z]\\.[A-Z]\\.(?:[A-Z]\\.)?|Ph\\.? ?D\\.?|M\\.?Sc\\.?|Jr\\.?|Sr\\.?)");

  /** Shorter words open names as well: Di, De, Af. */
  private static final int SHORTEST_LEAD = 5;

  private static final int LONGEST = 60;
  private static final int MOST_WORDS = 6;

  private AuthorNames() {}

  private static Set<String> words(String kind) {
    Set<String> words = new HashSet<>();
    for (String[] row : Tables.rows("bylines.tsv")) {
      if (row[0].equals(kind)) {
        words.addAll(List.of(row[1].split("\\|")));
      }
    }
    return words;
  }

  /** Whether the line is nothing but words that announce a name. */
  static boolean announces(String line) {
    return LEADS.contains(bare(line));
  }

  /** Whether the name is a news agency's. */
  static boolean agency(String name) {
    return AGENCIES.contains(bare(name));
  }

  /** The line behind words of the table that open it. */
  static String unannounced(String line) {
    String folded = line.toLowerCase(Locale.ROOT);
    int cut = 0;
    for (String lead : LEADS) {
      int end = lead.length();
      boolean opens =
          end >= SHORTEST_LEAD
              && end + 1 < line.length()
              && folded.startsWith(lead)
              && " :：".indexOf(line.charAt(end)) >= 0;
      cut = opens ? Math.max(cut, end + 1) : cut;
    }
    return line.substring(cut).strip();
  }

  private static String bare(String text) {
    return Texts.folded(text).replaceFirst("[\\s:：.]+$", "");
  }

  /** The names of a line that may hold dates, in order. */
  static List<String> of(String line, DateContext dates) {
    return of(undated(Texts.clean(line), dates));
  }

  /** The names of a line, in order. */
  static List<String> of(String line) {
    List<String> names = new ArrayList<>();
    String rest = Bylines.withoutLead(Texts.clean(line));
    for (String part : SPLIT.split(rest)) {
      String name = cut(unannounced(Bylines.withoutLead(part.strip())));
      if (plausible(name) && !(names.size() > 0 && title(name))) {
        names.add(name);
      }
    }
    return names;
  }

  private static String undated(String line, DateContext dates) {
    if (!Texts.digits(line)) {
      return line;
    }
    StringBuilder rest = new StringBuilder(line);
    List<FoundDate> found = DateReader.find(line, dates);
    for (int i = found.size() - 1; i >= 0; i--) {
      rest.replace(found.get(i).start(), found.get(i).end(), " | ");
    }
    String timeless = TIME.matcher(rest).replaceAll(" | ");
    return DAY.matcher(timeless.strip()).replaceFirst("").replaceFirst("^[\\s|]+", "");
  }

  /** The name without what stands behind it. */
  private static String cut(String part) {
    String name = HANGING.matcher(part).replaceFirst("");
    name = TAIL.matcher(name).replaceFirst("").strip();
    String[] words = name.split(" ");
    if (words.length > 2 && ROLES.contains(words[words.length - 1].toLowerCase(Locale.ROOT))) {
      int end = words.length - 1;
      while (end > 2 && known(words[end - 1])) {
        end--;
      }
      boolean person = !known(words[end - 1]);
      name = person ? String.join(" ", List.of(words).subList(0, end)) : name;
    }
    return name;
  }

  private static boolean known(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return RANKS.contains(lower) || ROLES.contains(lower);
  }

  /** Whether the part says what the person named before it is. */
  private static boolean title(String part) {
    String[] words = part.toLowerCase(Locale.ROOT).split(" ");
    boolean degree = DEGREE.matcher(part).matches() && !agency(part);
    return degree
        || ROLES.contains(words[words.length - 1])
        || RANKS.contains(words[0]) && words.length > 1;
  }

  private static boolean plausible(String name) {
    String folded = bare(name);
    return name.length() > 1
        && name.length() < LONGEST
        && !name.contains("://")
        && name.split(" ").length <= MOST_WORDS
        && name.chars().filter(Character::isDigit).count() < 2
        && name.chars().anyMatch(Character::isLetter)
        && !NONE.contains(folded)
        && !LEADS.contains(folded)
        && !Lines.relative(folded);
  }
}
