-- For the share of answers from a mould: of an answer with one reused sentence all are looked at.
create index answer_sentence_by_answer on community.answer_sentence (wish, number);
