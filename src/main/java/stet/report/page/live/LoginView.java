package stet.report.page.live;

import stet.report.page.Frame;

/**
 * The page on which a token or a password is typed.
 *
 * @param token what the form sends along
 * @param wrong what was wrong with the last try, empty for nothing
 */
public record LoginView(Frame frame, String token, String wrong) {}
