package dev.breach.leaky.web;

import javax.sql.DataSource;

record Page(DataSource source) {}
