package stet.report.page;

import java.util.List;

/**
 * The page of a version: the text as it stood.
 *
 * @param name such as {@code Version 3 of 4}
 * @param seen when it was seen, in words
 * @param about what else the page stated
 */
public record VersionView(
    Frame frame, String name, String seen, Ways ways, Text text, List<Field> about, Proof proof) {

  /**
   * Where one can go from it.
   *
   * @param back to the article
   * @param neighbours links to the versions and revisions beside it
   */
  public record Ways(Link back, List<Link> neighbours) {}

  /**
   * The text.
   *
   * @param fields name and value of what a reader of the page saw above the text
   * @param aged whether some words may be younger than the first version
   * @param gone which words can be shown that are gone, empty where there are none
   */
  public record Text(
      Phrase headline,
      Phrase dek,
      List<Field> fields,
      List<Passage> passages,
      boolean aged,
      String gone) {}

  /**
   * What the text rests on.
   *
   * @param fields name and value
   * @param check shell commands that check the capture
   * @param href the page of the capture where a server answers
   */
  public record Proof(List<Field> fields, List<String> check, String href) {
    public Proof {
      check = check.stream().map(Shown::text).toList();
    }
  }

  /** A named value; {@code note} says where it comes from. */
  public record Field(String name, Phrase value, String note) {}
}
