package stet.report.page;

import java.util.List;

/**
 * The methods page.
 *
 * @param disclosure the labels that say whether the publisher said so
 * @param substance the labels that say what was changed
 * @param differ what compared them
 * @param extractors the extractors that read the versions shown
 */
public record MethodsView(
    Frame frame,
    List<Chip> disclosure,
    List<Chip> substance,
    String differ,
    List<String> extractors,
    String zone) {
  public MethodsView {
    extractors = extractors.stream().map(Shown::text).toList();
  }
}
