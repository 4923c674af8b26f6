package stet.app.edits;

import java.util.List;

/**
 * How far two labellings of the same edits agree.
 *
 * @param edits how many
 * @param same how many have the same label twice
 * @param near how many differ by one
 * @param kappa Cohen's kappa, disagreement weighted by its square (Cohen, 1968)
 */
record Agreement(int edits, int same, int near, double kappa) {
  private static final int LABELS = 5;

  static Agreement of(List<JudgedEdits.Line> lines) {
    int n = lines.size();
    double[] first = new double[LABELS];
    double[] second = new double[LABELS];
    double seen = 0;
    int same = 0;
    int near = 0;
    for (JudgedEdits.Line line : lines) {
      int apart = Math.abs(line.first() - line.second());
      first[line.first()]++;
      second[line.second()]++;
      seen += (double) apart * apart / n;
      same += apart == 0 ? 1 : 0;
      near += apart == 1 ? 1 : 0;
    }
    double expected = 0;
    for (int a = 0; a < LABELS; a++) {
      for (int b = 0; b < LABELS; b++) {
        expected += first[a] / n * second[b] / n * (a - b) * (a - b);
      }
    }
    return new Agreement(n, same, near, 1 - seen / expected);
  }
}
