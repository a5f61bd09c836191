"""Words, idioms and formulas translated one by one; what each means is data of `mtcheck/lang`."""
