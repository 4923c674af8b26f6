package stet.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;
import stet.diff.standard.Differs;
import stet.diff.word.TokenSpans;
import stet.diff.word.WordScanner;

/**
 * Differs that race on the same texts. Each cuts them into the same words first, in its own time.
 */
public enum Racer {
  /** All passes of this project. */
  STET {
    @Override
    int diff(String before, String after) {
      return DIFFER.diff(before, after).size();
    }
  },
  /** JGit's histogram diff over numbered words. */
  HISTOGRAM {
    @Override
    int diff(String before, String after) {
      Map<String, Integer> ids = new HashMap<>();
      return new HistogramDiff().diff(SAME, numbers(before, ids), numbers(after, ids)).size();
    }
  },
  /** java-diff-utils as it comes. */
  MYERS {
    @Override
    int diff(String before, String after) {
      return DiffUtils.diff(words(before), words(after)).getDeltas().size();
    }
  },
  /** java-diff-utils in linear space. */
  LINEAR {
    @Override
    int diff(String before, String after) {
      return DiffUtils.diff(words(before), words(after), new MyersDiffWithLinearSpace<>())
          .getDeltas()
          .size();
    }
  };

  private static final Differ DIFFER = Differs.standard();

  private static final SequenceComparator<Numbers> SAME =
      new SequenceComparator<>() {
        @Override
        public boolean equals(Numbers a, int i, Numbers b, int j) {
          return a.ids[i] == b.ids[j];
        }

        @Override
        public int hash(Numbers s, int i) {
          return s.ids[i] * 0x9E3779B9;
        }
      };

  private static final class Numbers extends Sequence {
    private final int[] ids;

    Numbers(int[] ids) {
      this.ids = ids;
    }

    @Override
    public int size() {
      return ids.length;
    }
  }

  /** How many runs or changes there are; what matters is the time it takes. */
  abstract int diff(String before, String after);

  private static List<String> words(String text) {
    TokenSpans spans = WordScanner.scan(text, 0, text.length());
    List<String> words = new ArrayList<>(spans.size);
    for (int t = 0; t < spans.size; t++) {
      words.add(text.substring(spans.start[t], spans.end[t]));
    }
    return words;
  }

  private static Numbers numbers(String text, Map<String, Integer> ids) {
    List<String> words = words(text);
    int[] numbers = new int[words.size()];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = ids.computeIfAbsent(words.get(k), w -> ids.size());
    }
    return new Numbers(numbers);
  }
}
