package stet.extract.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.extract.body.Lines;
import stet.extract.date.DateReader;
import stet.extract.date.FoundDate;
import stet.extract.page.DateContext;
import stet.extract.words.Tables;
import stet.text.CleanText;
import stet.text.Digits;
import stet.text.FoldedText;

/** Parts an author line into names; dates, roles and words of the page go. */
public final class AuthorNames {
  private static final Set<String> LEADS = words("lead");
  private static final Set<String> ROLES = words("role");
  private static final Set<String> SOURCES = words("source");
  private static final Set<String> OPENING = both(LEADS, SOURCES);
  private static final Set<String> RANKS = words("rank");
  private static final Set<String> AGENCIES = words("agency");
  private static final Set<String> NONE = words("none");
  private static final Set<String> DEGREES = words("degree");

  private static final Pattern BRACKETED = Pattern.compile("[(\\[][^()\\[\\]]*[)\\]]");

  /** Words with which something other than names begins: the section, the picture's maker. */
  private static final Pattern REST =
      Pattern.compile(
          "\\s*[|,·•/-]?\\s*(?<!\\p{L})(?:" + String.join("|", words("rest")) + ")(?!\\p{L}).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Words that open names in lower case. */
  private static final Set<String> PARTICLES = words("particle");

  /** Signs that stand in sentences and addresses, not in names. */
  private static final Pattern NO_NAME = Pattern.compile("^[\"“„«]|[<>?!:：{}=]");

  /** A name that a member chose: letters with a number behind them. */
  private static final Pattern HANDLE = Pattern.compile("\\p{L}[\\p{L}._-]{2,}\\d{1,4}");

  private static final Pattern SPLIT =
      Pattern.compile(
          "\\s*(?:[,;|/&、，·•]|\\s(?:and|und|et|y|e|og|och|en|и|та|i|ve|και|dan|with|mit|im gespräch"
              + " mit|in conversation with)\\s)\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What follows a name: a signature in brackets, a title of the trade, a date. */
  private static final Pattern TAIL =
      Pattern.compile(
          "\\s*(?:[(\\[].*|기자|特派員|記者|\\d{1,2}[./].*|@\\S+|\\s(?:Follow|Folgen)|[-–—]\\s.*"
              + "|(?:\\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.?)? \\d{1,2})$");

  /** A word that led to a date, a time or a place which was taken out, or a verb of speech. */
  private static final Pattern HANGING =
      Pattern.compile(
          "\\s+(?:at|am|um|on|le|el|à|om|kl\\.?|den|vom|says|said|writes|wrote|schreibt|sagt|dit|dice)\\s*:?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Set<String> JOINT = Set.of(" y ", " e ");
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

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return all;
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
    for (String lead : OPENING) {
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
    String folded = FoldedText.of(text);
    int end = folded.length();
    while (end > 0 && " :：.".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return folded.substring(0, end);
  }

  /** The names of a line that may hold dates, in order. */
  public static List<String> of(String line, DateContext dates) {
    return of(undated(CleanText.of(line), dates));
  }

  /** The names of a line, in order. */
  public static List<String> of(String line) {
    List<String> names = new ArrayList<>();
    String whole = BRACKETED.matcher(bared(CleanText.of(line))).replaceAll(" ");
    String rest = REST.matcher(CleanText.of(whole)).replaceFirst("");
    for (String part : parts(rest)) {
      String bare = bared(part.strip());
      String name = cut(bare);
      if (plausible(name) && !(names.size() > 0 && (title(name) || office(bare, name)))) {
        names.add(name);
      }
    }
    return names;
  }

  /** The line behind all words that announce a name. */
  private static String bared(String line) {
    return unannounced(Bylines.withoutLead(unannounced(line)));
  }

  /** The line at its separators; "y" and "e" join surnames too: "Ana Volta e Pires". */
  private static List<String> parts(String line) {
    List<String> parts = new ArrayList<>();
    Matcher split = SPLIT.matcher(line);
    int from = 0;
    while (split.find()) {
      String before = line.substring(from, split.start());
      boolean joint = JOINT.contains(split.group().toLowerCase(Locale.ROOT));
      if (!(joint && before.indexOf(' ') > 0 && surname(line.substring(split.end())))) {
        parts.add(before);
        from = split.end();
      }
    }
    parts.add(line.substring(from));
    return parts;
  }

  /** Whether the text opens with a single word before the next separator. */
  private static boolean surname(String rest) {
    String first = SPLIT.split(rest, 2)[0];
    return !first.isEmpty()
        && first.indexOf(' ') < 0
        && Character.isUpperCase(first.codePointAt(0));
  }

  private static String undated(String line, DateContext dates) {
    if (!Digits.in(line)) {
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
    String name = HANGING.matcher(part.substring(part.indexOf('=') + 1)).replaceFirst("");
    name = TAIL.matcher(name).replaceFirst("").strip();
    List<String> words = List.of(name.split(" "));
    int end = words.size();
    if (end > 2 && ROLES.contains(words.get(end - 1).toLowerCase(Locale.ROOT))) {
      int role = 2;
      while (!known(words.get(role))) {
        role++;
      }
      end = known(words.get(role - 1)) ? end : role;
    }
    while (end > 2 && DEGREES.contains(words.get(end - 1))) {
      end--;
    }
    return withoutAgency(String.join(" ", words.subList(0, end)));
  }

  /** A name without the agency set right behind it. */
  private static String withoutAgency(String name) {
    String folded = FoldedText.of(name);
    for (String agency : AGENCIES) {
      int at = name.length() - agency.length() - 1;
      boolean ends = at > 0 && folded.length() == name.length() && folded.endsWith(' ' + agency);
      if (ends && Bylines.person(name.substring(0, at))) {
        return name.substring(0, at).replaceFirst("(?i)\\s+the$", "");
      }
    }
    return name;
  }

  /** Whether the part is what a person is at an agency: "AP National Writer". */
  private static boolean office(String part, String name) {
    String first = name.split(" ")[0];
    return !name.equals(part) && name.indexOf(' ') > 0 && AGENCIES.contains(bare(first));
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
        && !NO_NAME.matcher(name).find()
        && name.split(" ").length <= MOST_WORDS
        && (name.chars().filter(Character::isDigit).count() < 2 || HANDLE.matcher(name).matches())
        && name.chars().anyMatch(Character::isLetter)
        && !spoken(name)
        && !NONE.contains(folded)
        && !LEADS.contains(folded)
        && !Lines.relative(folded);
  }

  /** Whether the text opens as a phrase does: with a word in lower case before other words. */
  private static boolean spoken(String name) {
    int blank = name.indexOf(' ');
    return blank > 0
        && Character.isLowerCase(name.codePointAt(0))
        && !PARTICLES.contains(name.substring(0, blank))
        && name.chars().anyMatch(Character::isUpperCase);
  }
}
