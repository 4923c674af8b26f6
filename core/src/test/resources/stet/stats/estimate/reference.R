library(survival)
# survfit's iteration for interval censoring stops at changes of 5e-5: here at 1e-12
source_of <- deparse(survival:::survfitTurnbull)
tight <- eval(parse(text = gsub("eps > 5e-05", "eps > 1e-12", source_of, fixed = TRUE)), asNamespace("survival"))
assignInNamespace("survfitTurnbull", tight, "survival")

table <- function(name, fit, input) {
  write.table(input, paste0(name, "-observed.tsv"), sep = "\t", quote = FALSE, row.names = FALSE)
  s <- summary(fit, censored = FALSE)
  out <- data.frame(age = fit$time, survival = sprintf("%.9f", fit$surv),
    low = sprintf("%.9f", fit$lower), high = sprintf("%.9f", fit$upper))
  out <- out[fit$n.event > 1e-9, ]
  write.table(out, paste0(name, "-survfit.tsv"), sep = "\t", quote = FALSE, row.names = FALSE)
  print(fit)
}

# right-censored, from the package: all of lung (228 patients, many ties)
l <- data.frame(after = lung$time, until = ifelse(lung$status == 2, lung$time, Inf))
table("lung", survfit(Surv(time, status) ~ 1, lung, conf.type = "log-log"), l)

# interval-censored: breast cosmesis, radiotherapy alone (Finkelstein and Wolfe 1985, Biometrics 41, 933-945)
text <- "45- 6,10 0,7 46- 46- 7,16 17- 7,14 37,44 0,8 4,11 15- 11,15 22- 46- 46- 25,37 46- 26,40 46- 27,34 36,44 46- 36,48 37-
 40- 17,25 46- 11,18 38- 5,12 37- 0,5 18- 24- 36- 5,11 19,35 17,25 24- 32- 33- 19,26 37- 34- 36-"
b <- strsplit(sub("-", ",Inf", strsplit(text, "[ \n]+")[[1]]), ",")
b <- data.frame(after = as.numeric(sapply(b, `[`, 1)), until = as.numeric(sapply(b, `[`, 2)))
cat(nrow(b), sum(is.finite(b$until)), "\n")
interval <- function(d) Surv(ifelse(d$after == 0, NA, d$after), ifelse(is.infinite(d$until), NA, d$until), type = "interval2")
f <- survfit(interval(b) ~ 1, conf.type = "log-log")
table("cosmesis", f, b)

# log-log intervals from the observed information of the masses, which survfit does not give for interval censoring
informed <- function(name, fit, d) {
  fit_rows <- fit$n.event > 1e-9
  age <- fit$time[fit_rows]; mass <- -diff(c(1, fit$surv[fit_rows]))
  keep <- mass > 1e-8; age <- age[keep]; mass <- mass[keep]
  if (sum(mass) < 1 - 1e-9) { age <- c(age, Inf); mass <- c(mass, 1 - sum(mass)) }
  k <- length(mass)
  covers <- 1 * outer(seq_len(nrow(d)), seq_len(k), function(i, j)
    ifelse(d$after[i] == d$until[i], age[j] == d$after[i], age[j] > d$after[i] & age[j] <= d$until[i]))
  scores <- covers / as.vector(covers %*% mass)
  free <- scores[, -k] - scores[, k]
  covariance <- solve(t(free) %*% free)
  upto <- lower.tri(diag(k - 1), diag = TRUE) * 1
  error <- sqrt(diag(upto %*% covariance %*% t(upto)))
  surviving <- 1 - cumsum(mass)[-k]
  turn <- 1.959963984540054 * error / (surviving * -log(surviving))
  out <- data.frame(age = age[-k], survival = sprintf("%.9f", surviving),
    low = sprintf("%.9f", surviving^exp(turn)), high = sprintf("%.9f", surviving^exp(-turn)))
  write.table(out, paste0(name, "-survfit.tsv"), sep = "\t", quote = FALSE, row.names = FALSE)
}
informed("cosmesis", f, b)

# made up by rule: checks after 1, 2, 4, 5, 10, 20, 21, 40 and 60 hours, of which unit i misses some; heavy ties and gaps
checks <- c(1, 2, 4, 5, 10, 20, 21, 40, 60)
m <- do.call(rbind, lapply(1:400, function(i) {
  kept <- checks[(i * 7 + seq_along(checks) * 3) %% 5 != 0 & checks <= ifelse(i %% 3 == 0, 21, 60)]
  age <- (i * i) %% 97 + 0.5
  if (i %% 10 == 0 && age <= 60) return(data.frame(after = floor(age / 8) * 8 + 1, until = floor(age / 8) * 8 + 1))
  data.frame(after = max(0, kept[kept < age]), until = min(Inf, kept[kept >= age]))
}))
g <- survfit(interval(m) ~ 1, conf.type = "log-log")
table("made-up", g, m)
informed("made-up", g, m)
cat(R.version.string, as.character(packageVersion("survival")), "\n")
