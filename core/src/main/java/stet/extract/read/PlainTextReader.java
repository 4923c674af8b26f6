package stet.extract.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.Caption;
import stet.article.Notice;
import stet.article.StatedDate.Role;
import stet.article.Statements;
import stet.extract.Evidence;
import stet.extract.Extraction;
import stet.extract.Page;
import stet.extract.body.Credits;
import stet.extract.date.DateCandidate;
import stet.extract.date.DateJudge;
import stet.extract.date.DateLabels;
import stet.extract.date.DateReader;
import stet.extract.date.FoundDate;
import stet.extract.date.Plausible;
import stet.extract.field.AuthorNames;
import stet.extract.field.Datelines;
import stet.extract.language.LanguageGuess;
import stet.extract.notice.Notices;
import stet.extract.page.DateContext;
import stet.extract.page.LanguageHint;
import stet.text.CleanText;

/**
 * Reads a story as a person would paste it: headline, then lines with dates, author, standfirst and
 * captions, then paragraphs. A headline with nothing but a standfirst is a story too.
 */
final class PlainTextReader {
  private static final int LONGEST_HEADLINE = 250;
  private static final int LONGEST_DATE_LINE = 120;
  private static final int LONGEST_DEK = 500;
  private static final Pattern WIKI_HEADING = Pattern.compile("^(={2,6})\\s*(.+?)\\s*\\1$");
  private static final Pattern BULLET = Pattern.compile("^([*•‣·#]+|[-–]) +(.+)$");
  private static final Pattern BYLINE =
      Pattern.compile(
          "^(?:by|von|par|por|di|door|av|af|text:|autor:|author:)\\s+\\p{Lu}.{2,80}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern MARKUP_START = Pattern.compile("^(?:\\{\\{|\\[\\[|''|\\{\\||<)");

  private final DateContext context;
  private final List<DateCandidate> dates = new ArrayList<>();
  private final List<Caption> captions = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<Block> body = new ArrayList<>();
  private String headline = "";
  private String dek = "";
  private Byline byline = Byline.NONE;

  private PlainTextReader(DateContext context) {
    this.context = context;
  }

  static Extraction read(Page page, String text, String extractor) {
    Optional<Extraction> refusal = NotArticles.text(text);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    DateContext context =
        DateContext.of(
            LanguageHint.of(text), "", java.util.Set.of(), page.at().plusSeconds(26 * 3600));
    PlainTextReader reader = new PlainTextReader(context);
    reader.lines(text, CleanText.of(page.titleHint()));
    return reader.article(extractor);
  }

  private void lines(String text, String hint) {
    List<List<String>> groups = groups(text);
    int group = 0;
    List<String> head = new ArrayList<>(groups.get(0));
    String first = head.get(0);
    boolean titled = first.length() <= LONGEST_HEADLINE && !MARKUP_START.matcher(first).find();
    headline = titled ? first : hint;
    if (titled) {
      head.remove(0);
      group = 1;
      head.addAll(groups.size() > 1 && head.isEmpty() ? groups.get(group++) : List.of());
      group = header(head, groups, group);
    }
    for (List<String> rest : groups.subList(group, groups.size())) {
      rest.forEach(this::bodyLine);
    }
  }

  /** Reads the lines under the headline; a group without date or author is already the story. */
  private int header(List<String> head, List<List<String>> groups, int next) {
    boolean last = next >= groups.size();
    boolean stated =
        head.stream().anyMatch(line -> dateLine(line) || BYLINE.matcher(line).matches());
    boolean standfirstOnly = last && head.size() == 1 && head.get(0).length() <= LONGEST_DEK;
    if (standfirstOnly && !dateLine(head.get(0))) {
      dek = head.get(0);
      return next;
    }
    for (int i = 0; i < head.size(); i++) {
      headerLine(head, i, stated);
    }
    return next;
  }

  private void headerLine(List<String> head, int i, boolean stated) {
    String line = head.get(i);
    if (dateLine(line)) {
      dates(line);
    } else if (BYLINE.matcher(line).matches()) {
      java.util.Set<String> names = new java.util.LinkedHashSet<>();
      names.addAll(AuthorNames.of(line));
      byline = new Byline(line, new ArrayList<>(names));
    } else if (caption(head, i)) {
      caption(line);
    } else if (stated && dek.isEmpty() && line.length() <= LONGEST_DEK) {
      dek = line;
    } else {
      bodyLine(line);
    }
  }

  // A caption is pasted twice where the page shows its picture twice.
  private static boolean caption(List<String> lines, int i) {
    boolean twin =
        i > 0 && lines.get(i - 1).equals(lines.get(i))
            || i + 1 < lines.size() && lines.get(i + 1).equals(lines.get(i));
    return twin || Credits.endsWithCredit(lines.get(i));
  }

  private void caption(String line) {
    Caption caption = Credits.part(line);
    if (!captions.contains(caption)) {
      captions.add(caption);
    }
  }

  private boolean dateLine(String line) {
    if (line.length() > LONGEST_DATE_LINE) {
      return false;
    }
    List<FoundDate> found = DateReader.find(line, context);
    if (found.isEmpty()) {
      return false;
    }
    int dated = found.stream().mapToInt(d -> d.end() - d.start()).sum();
    String before = line.substring(0, found.get(0).start());
    boolean labelled = DateLabels.last(before) != null && before.length() < 40;
    return labelled || dated * 2 >= line.length();
  }

  private void dates(String line) {
    int end = 0;
    for (FoundDate date : DateReader.find(line, context)) {
      Role role = DateLabels.last(line.substring(end, date.start()));
      end = date.end();
      Role taken = role == null ? Role.PUBLISHED : role;
      String rule = role == null ? "line under the headline" : "line '" + label(role) + "'";
      if (Plausible.date(date.moment(), context)) {
        int weight = role == null ? 78 : 86;
        dates.add(new DateCandidate(taken, weight, rule, date.printed(), date.moment()));
      }
    }
  }

  private static String label(Role role) {
    return role.name().toLowerCase(java.util.Locale.ROOT);
  }

  private void bodyLine(String line) {
    if (Credits.endsWithCredit(line) && captions.contains(Credits.part(line))) {
      return;
    }
    var heading = WIKI_HEADING.matcher(line);
    var bullet = BULLET.matcher(line);
    Optional<Notice> notice = Notices.of(line, context);
    if (notice.isPresent()) {
      notices.add(notice.get());
    } else if (heading.matches()) {
      body.add(new Block.Subhead(heading.group(2), Math.max(2, heading.group(1).length())));
    } else if (bullet.matches()) {
      int depth = bullet.group(1).length();
      body.add(new Block.ListItem(bullet.group(2), depth, bullet.group(1).startsWith("#")));
    } else {
      body.add(new Block.Paragraph(line));
    }
  }

  /** Lines in groups parted by empty lines; hard-wrapped groups become one line each. */
  private static List<List<String>> groups(String text) {
    List<List<String>> groups = new ArrayList<>();
    List<String> current = new ArrayList<>();
    for (String raw : text.lines().toList()) {
      String line = CleanText.of(raw);
      if (!line.isEmpty()) {
        current.add(line);
      } else if (!current.isEmpty()) {
        groups.add(unwrapped(current));
        current = new ArrayList<>();
      }
    }
    if (!current.isEmpty()) {
      groups.add(unwrapped(current));
    }
    return groups;
  }

  private static List<String> unwrapped(List<String> lines) {
    if (lines.size() < 3) {
      return lines;
    }
    List<String> full = lines.subList(0, lines.size() - 1);
    boolean wrapped =
        full.stream().allMatch(l -> l.length() >= 50 && l.length() <= 90)
            && full.stream().filter(l -> l.matches(".*[.!?:\"”]$")).count() * 2 < full.size();
    return wrapped ? new ArrayList<>(List.of(String.join(" ", lines))) : lines;
  }

  private Extraction article(String extractor) {
    DateJudge.Decision decision = DateJudge.decide(dates, context);
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("headline", "first line", headline));
    evidence.addAll(decision.evidence());
    String dateline = body.isEmpty() ? "" : Datelines.of(body.get(0).text());
    ArticleVersion version =
        new ArticleVersion(
            new ArticleHead(headline, dek, byline, dateline, ""),
            new ArticleContent(body, captions, List.of(), null),
            Statements.of(notices, decision.dates()),
            LanguageGuess.of("", headline, dek, body),
            "",
            extractor);
    return new Extraction.Article(version, evidence);
  }
}
