package stet.copies;

import java.util.List;

/** Pairs of real pages with text in common, labelled by reading them. */
final class Hand {
  /** Two names as {@link RealTexts.Real#name} has them. */
  record Known(String first, String second, boolean copy, String why) {}

  static final List<Known> ALL =
      List.of(
          new Known("fundus/de-Taz_2023_04_28", "fundus/de-Taz_2024_10_23", true, "saved twice"),
          new Known(
              "ca-cannabis/posts--california-seizes-over-120-million-in-illegal-cannabis-since-ja-d4600b",
              "ca-cannabis/posts--californias-cannabis-task-force-seizes-over-19-million-in-illeg-3fdfb0",
              true,
              "a press release and its later edition"),
          new Known(
              "ota-html-demo/buffer--terms-of-service-37294b",
              "ota-html-demo/github--copyright-claims-policy-9f68f7",
              true,
              "the procedure for copyright claims was taken over word for word"),
          new Known(
              "bbaw/ta1c48835adf707ac",
              "bbaw/t8d57b29fd2a1b62b",
              true,
              "one agency's report of a president's journey, in two outlets"),
          new Known(
              "ota-html-dating/bumble--terms-of-service-df28e2",
              "ota-contrib/badoo--terms-of-service-ed4668",
              true,
              "terms of two services of one owner, a third of them the same"),
          new Known(
              "ota-html-dating/grindr--terms-of-service-ab3f8f",
              "ota-html-dating/hily--terms-of-service-a06c4e",
              false,
              "terms with the usual clauses"),
          new Known(
              "scrapinghub/9cb8224b660f36c9",
              "scrapinghub/ac1bfdd4c510f679",
              false,
              "two reports of one tour, with its dates"),
          new Known(
              "scrapinghub/06e5123e4ef7cfb4",
              "scrapinghub/1ace8c85aaee21b9",
              false,
              "two reports of one investigation, with the same quotations"));

  private Hand() {}

  static boolean known(String a, String b) {
    return ALL.stream()
        .anyMatch(
            k ->
                (k.first.equals(a) && k.second.equals(b))
                    || (k.first.equals(b) && k.second.equals(a)));
  }
}
