package stet.report.page;

import java.util.List;

/**
 * The page of a version: the text as it stood.
 *
 * @param name such as {@code Version 3 of 4}
 * @param back to the article
 * @param neighbours links to the versions and revisions beside it
 * @param seen when it was seen, in words
 * @param aged whether some words may be younger than the first version
 * @param gone which words can be shown that are gone, empty where there are none
 * @param fields name and value of what a reader of the page saw above the text
 * @param passages the text
 * @param about what else the page stated
 * @param proof name and value of what the text rests on
 * @param check shell commands that check the capture
 */
public record VersionView(
    Frame frame,
    String name,
    Link back,
    List<Link> neighbours,
    String seen,
    boolean aged,
    String gone,
    Phrase headline,
    Phrase dek,
    List<Field> fields,
    List<Passage> passages,
    List<Field> about,
    List<Field> proof,
    List<String> check) {
  public VersionView {
    check = check.stream().map(Shown::text).toList();
  }

  /** A named value; {@code note} says where it comes from. */
  public record Field(String name, Phrase value, String note) {}
}
