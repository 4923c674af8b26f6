package stet.diff;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import stet.article.ArticleVersion;

/**
 * Compares pairs of real versions, near and far, and counts those whose revision does not spell
 * both texts. Run by {@code bench/spelling}.
 */
final class SpellingRun {
  private int compared;
  private int bad;
  private int undone;
  private int longest;

  private SpellingRun() {}

  /** The first argument is how many pairs, the second the seed; each kind gets a third of them. */
  public static void main(String[] args) {
    int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    VersionTexts reader = new VersionTexts();
    List<List<ArticleVersion>> articles = new ArrayList<>();
    for (Path article : VersionTexts.articles(VersionTexts.DATA)) {
      articles.add(reader.versions(article));
    }
    System.exit(new SpellingRun().run(articles, pairs, seed) ? 0 : 1);
  }

  private boolean run(List<List<ArticleVersion>> articles, int pairs, long seed) {
    Random random = new Random(seed);
    List<List<ArticleVersion>> several = articles.stream().filter(a -> a.size() > 1).toList();
    for (int k = 0; k < pairs; k++) {
      List<ArticleVersion> one = several.get(random.nextInt(several.size()));
      int at = random.nextInt(one.size() - 1);
      switch (k % 3) {
        case 0 -> compare("neighbours", one.get(at), one.get(at + 1));
        case 1 -> compare("of one article", any(one, random), any(one, random));
        default -> compare("of two", any(one, random), any(pick(articles, random), random));
      }
    }
    System.out.printf(
        "%d pairs: %d not spelled, %d stretches undone; longest text %d characters%n",
        compared, bad, undone, longest);
    return bad == 0 && undone == 0;
  }

  private static List<ArticleVersion> pick(List<List<ArticleVersion>> articles, Random random) {
    List<ArticleVersion> article;
    do {
      article = articles.get(random.nextInt(articles.size()));
    } while (article.isEmpty());
    return article;
  }

  private static ArticleVersion any(List<ArticleVersion> versions, Random random) {
    return versions.get(random.nextInt(versions.size()));
  }

  private void compare(String kind, ArticleVersion old, ArticleVersion fresh) {
    String before = BodyText.of(old);
    String after = BodyText.of(fresh);
    compared++;
    longest = Math.max(longest, Math.max(before.length(), after.length()));
    Faults faults = Faults.of(before, after);
    undone += faults.undone();
    if (!faults.spelled()) {
      bad++;
      System.out.printf(
          "not spelled, %s: '%s' against '%s'%n", kind, old.headline(), fresh.headline());
    }
  }
}
