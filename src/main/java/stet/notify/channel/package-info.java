/**
 * The ways to reach people: a class for each, and what they share. Each speaks the documented
 * protocol of its service, keeps to its limits, and tells an outcome without telling a secret.
 */
@org.jspecify.annotations.NullMarked
package stet.notify.channel;
