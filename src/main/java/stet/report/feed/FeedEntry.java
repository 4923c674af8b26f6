package stet.report.feed;

import java.time.Instant;

/**
 * A revision in a feed.
 *
 * @param id a URN that stays when versions before it are found later
 * @param article the article's folder, seen from the site's first folder
 * @param page the revision's file within that folder, or an address elsewhere
 * @param title in one line
 * @param summary in plain sentences; empty where the content says no more than they would
 * @param html what changed, as HTML
 * @param language BCP 47 tag that the article states, empty when it states none
 * @param at when the new version was first seen
 */
public record FeedEntry(
    String id,
    String article,
    String page,
    String title,
    String summary,
    String html,
    String language,
    Instant at) {}
