package stet.report.page;

/**
 * Where an editor has an article checked out of turn.
 *
 * @param token that the form sends along
 * @param key the article's
 * @param uri the address that is checked; empty where none of the article's is tracked
 * @param state where its checks stand, in words
 * @param add where its address can be tracked, from the site's first folder; empty where that is no
 *     address of the web, or it is tracked
 * @param told what a check showed that was asked for just now; empty for none
 */
public record CheckForm(
    String token, String key, String uri, String state, String add, String told) {
  public CheckForm {
    state = Shown.text(state);
    told = Shown.text(told);
  }
}
