# Reads a sweep, and writes it again with every digit: Rscript read.R sweep.csv
table <- read.csv(commandArgs(trailingOnly = TRUE)[1], comment.char = "#")
is_number <- sapply(table, is.numeric)
table[is_number] <- lapply(table[is_number], function(x) ifelse(is.na(x), NA, sprintf("%.17g", x)))
write.csv(table, row.names = FALSE, quote = FALSE, na = "")
