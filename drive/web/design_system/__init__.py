"""GOV.UK fields, Ministry of Justice macros and the layouts of every page."""
