package stet.extract.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import stet.extract.Extraction;
import stet.extract.Extraction.NotAnArticle;
import stet.extract.Extraction.Reason;
import stet.extract.page.HtmlPage;
import stet.extract.page.Passage;
import stet.extract.words.Tables;
import stet.extract.words.Texts;
import stet.text.CleanText;
import stet.text.FoldedText;

/** Tells error, block and consent pages from stories, by the table {@code not-article.tsv}. */
final class NotArticles {
  private record Rule(Reason reason, boolean title, int mostProse, Pattern pattern) {}

  private static final List<Rule> RULES = new ArrayList<>();

  /** No rule speaks of pages with more. */
  private static final int MOST_PROSE;

  /** How much of a page's text is searched for the words of such pages. */
  private static final int WINDOW = 4000;

  /** Error pages are titled in few words; a longer title is a headline. */
  private static final int LONGEST_TITLE = 110;

  static {
    for (String[] row : Tables.rows("not-article.tsv")) {
      Pattern pattern = Pattern.compile(row[3], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      RULES.add(
          new Rule(
              Reason.valueOf(row[0]), row[1].equals("title"), Integer.parseInt(row[2]), pattern));
    }
    MOST_PROSE = RULES.stream().mapToInt(Rule::mostProse).max().orElse(0);
  }

  private NotArticles() {}

  static Optional<Extraction> page(HtmlPage page) {
    List<String> titles = new ArrayList<>();
    titles.add(page.head().title());
    StringBuilder text = new StringBuilder();
    int prose = 0;
    for (Passage passage : page.passages()) {
      if (passage.kind() == Passage.Kind.HEADING && passage.level() == 1 && titles.size() < 4) {
        titles.add(passage.text());
      }
      if (text.length() < WINDOW) {
        text.append(passage.text()).append('\n');
      }
      prose += passage.prose() && passage.linkShare() < 0.3 ? passage.weight() : 0;
    }
    return judge(titles, text, prose);
  }

  /** The same for a text without markup. */
  static Optional<Extraction> text(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return judge(List.of(CleanText.of(first)), text, Texts.weight(CleanText.of(text)));
  }

  private static Optional<Extraction> judge(List<String> titles, CharSequence text, int prose) {
    if (prose > MOST_PROSE) {
      return Optional.empty();
    }
    String plain = FoldedText.of(Texts.head(text.toString(), WINDOW));
    for (Rule rule : RULES) {
      if (prose > rule.mostProse) {
        continue;
      }
      if (!rule.title) {
        if (rule.pattern.matcher(plain).find()) {
          return refusal(rule, Texts.head(plain, 80));
        }
        continue;
      }
      for (String title : titles) {
        if (!title.isEmpty()
            && title.length() <= LONGEST_TITLE
            && rule.pattern.matcher(FoldedText.of(title)).find()) {
          return refusal(rule, Texts.head(title, 80));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Extraction> refusal(Rule rule, String seen) {
    return Optional.of(new NotAnArticle(rule.reason, "'" + seen + "'"));
  }
}
