"""The pages that people read: what each template is given."""
