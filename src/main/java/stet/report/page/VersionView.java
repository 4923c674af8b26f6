package stet.report.page;

import java.util.List;

/**
 * The page of a version: the text as it stood.
 *
 * @param masthead the story as this version names it
 * @param name such as {@code Version 3 of 4}
 * @param seen when it was seen, in words
 * @param neighbours links to the versions and revisions beside it
 * @param about what else the page stated
 * @param picture file with a picture of the page; empty for none
 */
public record VersionView(
    Frame frame,
    Masthead masthead,
    String name,
    String seen,
    List<Link> neighbours,
    Text text,
    List<Field> about,
    String picture,
    Proof proof) {

  /**
   * The text.
   *
   * @param notices those that the version before did not have; of a first version the first few
   * @param standing further notices, folded
   * @param standingName what they are; empty where there are none
   * @param standingHref the page that has them where they are too long to be repeated, else empty
   * @param lang BCP 47 tag of most of it, {@code en} when unknown
   * @param fields name and value of what a reader of the page saw above the text
   * @param aged whether some words are younger than the first version
   * @param gone which words can be shown that are gone, empty where there are none
   */
  public record Text(
      String lang,
      List<Field> fields,
      List<Passage> notices,
      List<Passage> standing,
      String standingName,
      String standingHref,
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
