package stet.article;

import stet.text.SafeText;

/**
 * A picture of the article. It is never fetched or shown from its address.
 *
 * @param url the address as the page gives it, made absolute where the page's own address is known,
 *     without parameters that only size or track it
 * @param alt the alternative text, empty when there is none
 */
public record Image(String url, String alt) {
  public Image {
    url = SafeText.withoutUsers(url);
  }
}
