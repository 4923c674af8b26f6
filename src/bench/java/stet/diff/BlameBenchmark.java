package stet.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Statements;
import stet.diff.standard.Differs;
import stet.timeline.BlameWalk;

/**
 * Milliseconds to find, for an article of 2,000 words and many versions, which version brought each
 * word; with the versions compared first, and from revisions at hand. Each version changes words,
 * sentences and paragraphs of the one before and now and then returns to an older one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class BlameBenchmark {
  private static final int WORDS = 2_000;
  private static final int VOCABULARY = 5_000;

  /** How many versions. */
  @Param({"250", "500", "1000"})
  public int versions;

  private final List<ArticleVersion> states = new ArrayList<>();
  private final List<Revision> revisions = new ArrayList<>();

  /** Makes up the versions. */
  @Setup(Level.Trial)
  public void write() {
    Random random = new Random(20);
    List<List<String>> texts = new ArrayList<>();
    List<String> first = new ArrayList<>();
    while (first.size() * 50 < WORDS) {
      first.add(paragraph(random));
    }
    texts.add(first);
    while (texts.size() < versions) {
      boolean returns = random.nextInt(20) == 0;
      int from = returns ? random.nextInt(texts.size()) : texts.size() - 1;
      texts.add(edit(texts.get(from), random));
    }
    Differ differ = Differs.standard();
    for (List<String> text : texts) {
      states.add(version(text));
      if (states.size() > 1) {
        int n = states.size();
        revisions.add(differ.diff(states.get(n - 2), states.get(n - 1)));
      }
    }
  }

  private static String paragraph(Random random) {
    StringBuilder out = new StringBuilder();
    for (int s = 0; s < 3; s++) {
      out.append(s == 0 ? "" : " ").append("The");
      for (int w = 0; w < 16; w++) {
        out.append(' ').append(word(random));
      }
      out.append('.');
    }
    return out.toString();
  }

  /** A few words are frequent and most are rare, as in prose. */
  private static String word(Random random) {
    double share = Math.pow(random.nextDouble(), 3);
    return "w" + Integer.toString((int) (share * VOCABULARY), 36);
  }

  private static List<String> edit(List<String> text, Random random) {
    List<String> out = new ArrayList<>(text);
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      int at = random.nextInt(out.size());
      switch (random.nextInt(5)) {
        case 0 -> out.set(at, paragraph(random));
        case 1 -> out.add(random.nextInt(out.size()), out.remove(at));
        case 2 -> out.set(at, out.get(at).replaceFirst("\\. The .*?\\.", "."));
        default -> out.set(at, out.get(at).replaceFirst(" w\\w+ ", " " + word(random) + " "));
      }
    }
    return out;
  }

  private static ArticleVersion version(List<String> paragraphs) {
    return new ArticleVersion(
        ArticleHead.of("A headline"),
        ArticleContent.of(paragraphs.stream().<Block>map(Block.Paragraph::new).toList()),
        Statements.NONE,
        "en",
        "",
        "bench 1");
  }

  /** From revisions at hand, as stored. */
  @Benchmark
  public Object blame() {
    BlameWalk walk = new BlameWalk(states.get(0));
    for (int i = 0; i < revisions.size(); i++) {
      walk.revise(revisions.get(i), states.get(i + 1));
    }
    return walk.blame();
  }

  /** The same with all neighbours compared first. */
  @Benchmark
  public Object compareAndBlame() {
    Differ differ = Differs.standard();
    BlameWalk walk = new BlameWalk(states.get(0));
    for (int i = 1; i < states.size(); i++) {
      walk.revise(differ.diff(states.get(i - 1), states.get(i)), states.get(i));
    }
    return walk.blame();
  }
}
