package stet.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.article.Statements;

/** Made-up texts and versions for tests. */
public final class Texts {
  private static final String[] WORDS =
      ("the of and to in a is was said harbour council mayor ferry bridge 12 47 1,200 $3m 4.5% rain"
              + " storm vote bill report officials city people killed injured closed opened Monday"
              + " Tuesday river don't well-known U.S. Mr. Dr. “we” ‘no’ — – … 東京都知事 は 発表した สภาเมือง"
              + " ประกาศ المدينة المجلس नगर परिषद ने कहा é naïve 🚢 http://example.org/a?b=c ; : , ( )")
          .split(" ");
  private static final String[] STOPS = {".", ".", ".", "?", "!", "。", ".”", "..."};

  private Texts() {}

  static String sentence(Random random) {
    StringBuilder out = new StringBuilder();
    int words = 1 + random.nextInt(14);
    for (int k = 0; k < words; k++) {
      out.append(k == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return out.append(STOPS[random.nextInt(STOPS.length)]).toString();
  }

  static List<String> paragraphs(Random random, int most) {
    List<String> out = new ArrayList<>();
    int n = random.nextInt(most + 1);
    for (int k = 0; k < n; k++) {
      StringBuilder p = new StringBuilder(sentence(random));
      for (int s = random.nextInt(5); s > 0; s--) {
        p.append(' ').append(sentence(random));
      }
      out.add(p.toString());
    }
    return out;
  }

  /** A few random edits of every kind. */
  static List<String> mutate(List<String> text, Random random) {
    List<String> out = new ArrayList<>(text);
    for (int edits = random.nextInt(6); edits > 0; edits--) {
      int at = out.isEmpty() ? 0 : random.nextInt(out.size());
      switch (out.isEmpty() ? 0 : random.nextInt(9)) {
        case 0 -> out.add(at, sentence(random));
        case 1 -> out.remove(at);
        case 2 -> out.add(random.nextInt(out.size()), out.remove(at));
        case 3 -> split(out, at);
        case 4 -> out.set(at, out.get(at) + " " + sentence(random));
        case 5 -> out.set(at, out.get(at).replaceFirst("said", "denied"));
        case 6 -> out.set(at, out.get(at).replace('’', '\'').replace(" ", "\u00a0"));
        case 7 -> out.set(at, sentence(random) + " " + out.get(at));
        default -> merge(out, at);
      }
    }
    return out;
  }

  private static void split(List<String> out, int at) {
    String p = out.get(at);
    int space = p.indexOf(' ', p.length() / 2);
    if (space > 0 && space + 1 < p.length()) {
      out.set(at, p.substring(0, space));
      out.add(at + 1, p.substring(space + 1));
    }
  }

  private static void merge(List<String> out, int at) {
    if (at + 1 < out.size()) {
      out.set(at, out.get(at) + " " + out.remove(at + 1));
    }
  }

  public static ArticleVersion version(List<String> paragraphs) {
    return version("Ferry harbour reopens", paragraphs, List.of(), List.of());
  }

  public static ArticleVersion version(String headline, List<String> paragraphs) {
    return version(headline, paragraphs, List.of(), List.of());
  }

  public static ArticleVersion version(
      String headline, List<String> paragraphs, List<Notice> notices, List<StatedDate> dates) {
    return version(headline, "en", paragraphs, notices, dates);
  }

  /** An article without a headline in another language, stated by its tag. */
  public static ArticleVersion inLanguage(String tag, List<String> paragraphs) {
    return version("", tag, paragraphs, List.of(), List.of());
  }

  private static ArticleVersion version(
      String headline,
      String tag,
      List<String> paragraphs,
      List<Notice> notices,
      List<StatedDate> dates) {
    return new ArticleVersion(
        ArticleHead.of(headline),
        ArticleContent.of(paragraphs.stream().<Block>map(Block.Paragraph::new).toList()),
        Statements.of(notices, dates),
        tag,
        "",
        "test 1");
  }
}
